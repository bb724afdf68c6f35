/** Proposes thresholds from what past runs have needed. */
@NullMarked
package dev.pitwall.replay.propose;

import org.jspecify.annotations.NullMarked;

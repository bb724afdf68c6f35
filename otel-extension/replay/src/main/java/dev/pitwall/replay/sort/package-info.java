/** Brings what was recorded in any order into the order of time, in bounded memory. */
@NullMarked
package dev.pitwall.replay.sort;

import org.jspecify.annotations.NullMarked;

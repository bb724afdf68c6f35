@NullMarked
package dev.pitwall.replay.propose;

import org.jspecify.annotations.NullMarked;

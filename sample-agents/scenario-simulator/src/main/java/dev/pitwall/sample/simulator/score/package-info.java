/** Compares what was found with the truth. */
@NullMarked
package dev.pitwall.sample.simulator.score;

import org.jspecify.annotations.NullMarked;

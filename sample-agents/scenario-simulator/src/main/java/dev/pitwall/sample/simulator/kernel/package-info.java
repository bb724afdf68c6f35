/** Discrete-event simulation by processes: virtual time, dice, things with a capacity. */
@NullMarked
package dev.pitwall.sample.simulator.kernel;

import org.jspecify.annotations.NullMarked;

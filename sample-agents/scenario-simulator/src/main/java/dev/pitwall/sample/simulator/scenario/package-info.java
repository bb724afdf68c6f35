/** Trouble and what only looks like it, with the truth about each. */
@NullMarked
package dev.pitwall.sample.simulator.scenario;

import org.jspecify.annotations.NullMarked;

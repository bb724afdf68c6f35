/** Runs, agents, models, tools and people, and how they behave when all is well. */
@NullMarked
package dev.pitwall.sample.simulator.workforce;

import org.jspecify.annotations.NullMarked;

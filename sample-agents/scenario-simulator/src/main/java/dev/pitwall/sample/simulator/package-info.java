/** Plays a workforce of agents with and without trouble, and scores what a detector found of it. */
@NullMarked
package dev.pitwall.sample.simulator;

import org.jspecify.annotations.NullMarked;

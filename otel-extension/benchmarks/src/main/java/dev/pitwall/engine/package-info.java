/** Benchmarks of the engine by itself. */
@NullMarked
package dev.pitwall.engine;

import org.jspecify.annotations.NullMarked;

/** What the engine is told: one small record per observation, already attributed to a run. */
@NullMarked
package dev.pitwall.engine.signal;

import org.jspecify.annotations.NullMarked;

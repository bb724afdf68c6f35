/** What decides that something is wrong: incremental algorithms over one run's signals. */
@NullMarked
package dev.pitwall.engine.detector;

import org.jspecify.annotations.NullMarked;

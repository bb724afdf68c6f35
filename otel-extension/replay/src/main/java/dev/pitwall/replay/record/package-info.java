/** What is kept of recorded telemetry: spans, and entries of the workflow log. */
@NullMarked
package dev.pitwall.replay.record;

import org.jspecify.annotations.NullMarked;

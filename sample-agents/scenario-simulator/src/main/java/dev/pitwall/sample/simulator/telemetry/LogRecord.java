package dev.pitwall.sample.simulator.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the workflow log.
 *
 * @param at epoch milliseconds
 * @param trace the trace in which it was written, or null
 * @param span the span in which it was written, or null
 */
public record LogRecord(
    String event, long at, @Nullable String trace, @Nullable String span, Attributes attributes) {}

package dev.pitwall.sample.simulator.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * A span that has ended.
 *
 * @param client whether somebody else was called
 * @param start epoch milliseconds
 * @param end epoch milliseconds
 * @param error the type of the error, or null
 */
public record Span(
    String trace,
    String id,
    @Nullable String parent,
    String name,
    boolean client,
    long start,
    long end,
    Attributes attributes,
    Content content,
    @Nullable String error) {}

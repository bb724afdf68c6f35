package dev.pitwall.replay.record;

import org.jspecify.annotations.Nullable;

/**
 * A span: its place in the trace, and what it says of a run if it is a step of one.
 *
 * @param trace the trace
 * @param id its id within the trace
 * @param parent the id of the span around it, or 0
 * @param start epoch nanoseconds
 * @param end epoch nanoseconds, not before its start
 * @param step what it stands for, or null if it only stands between others
 */
public record Span(
    TraceId trace, long id, long parent, long start, long end, @Nullable Step step) {}

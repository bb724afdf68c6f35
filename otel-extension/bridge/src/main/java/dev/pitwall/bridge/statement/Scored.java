package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/** An evaluator gave a score in its own range; equal bounds are no range. */
public record Scored(
    String evaluation, @Nullable String agent, double score, double min, double max)
    implements Statement {}

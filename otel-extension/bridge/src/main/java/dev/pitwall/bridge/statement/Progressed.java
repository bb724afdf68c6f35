package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/** So much of the run, or of a task, is done; {@code total} of 0 is not known. */
public record Progressed(
    @Nullable String task,
    double completed,
    double total,
    @Nullable String unit,
    @Nullable String phase)
    implements Statement {}

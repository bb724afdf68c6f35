package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/** A task cannot go on; {@code until} (epoch milliseconds) of 0 is not known. */
public record Blocked(
    String task, String reason, @Nullable String on, @Nullable String holder, long until)
    implements Statement {}

package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/** A check sent a task back. */
public record Reworked(String task, @Nullable String gate) implements Statement {}

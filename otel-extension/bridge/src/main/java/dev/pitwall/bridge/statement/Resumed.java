package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/** The run on hold goes on. */
public record Resumed(@Nullable String reason) implements Statement {}

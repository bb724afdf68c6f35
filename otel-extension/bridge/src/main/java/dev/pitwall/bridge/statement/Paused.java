package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/** The run was put on hold. */
public record Paused(@Nullable String reason) implements Statement {}

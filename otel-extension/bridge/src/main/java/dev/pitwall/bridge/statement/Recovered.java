package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/** The run goes on after a failure. */
public record Recovered(@Nullable String reason) implements Statement {}

package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/** A task that could not go on can. */
public record Started(String task, @Nullable String agent) implements Statement {}

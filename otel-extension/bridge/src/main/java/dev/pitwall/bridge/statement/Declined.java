package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/** The offer was refused. */
public record Declined(String handoff, @Nullable String reason) implements Statement {}

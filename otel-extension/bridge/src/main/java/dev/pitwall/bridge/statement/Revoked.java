package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/** The permission was taken back. */
public record Revoked(@Nullable String user, @Nullable String reason) implements Statement {}

package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/** Somebody permitted the plan; {@code expiresAt} (epoch milliseconds) of 0 is never. */
public record Authorized(
    String planHash,
    @Nullable String user,
    boolean reviewed,
    long expiresAt,
    @Nullable String scope)
    implements Statement {}

package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/** The answer: approved, rejected, expired, cancelled or automatic. */
public record Answered(String approval, String result, @Nullable String user)
    implements Statement {}

package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/**
 * A gate gave its verdict: passed, failed, error or skipped; and what follows: pass, retry, reject
 * or escalate.
 */
public record Judged(
    String gate,
    @Nullable String agent,
    @Nullable String task,
    String result,
    String action,
    int attempt)
    implements Statement {}

package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/**
 * A gate gave its verdict: passed, failed, error or skipped; and what follows: pass, retry, reject
 * or escalate. An attempt of 0 is the next one, as counted by who hears of it.
 */
public record Judged(
    String gate,
    @Nullable String agent,
    @Nullable String task,
    String result,
    String action,
    int attempt)
    implements Statement {}

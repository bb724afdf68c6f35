package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/** A task is over: completed, failed, cancelled or skipped. */
public record Finished(String task, String result, @Nullable String error) implements Statement {}

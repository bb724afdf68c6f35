package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/** Work that was taken up is over, or failed. */
public record Done(String handoff, @Nullable String error) implements Statement {}

package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/** Another course was taken because of trouble. */
public record Diverted(String contingency, @Nullable String finding, @Nullable String reason)
    implements Statement {}

package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/**
 * A shared artifact was read or written, or a lock was held, for the given time: read, write or
 * lock.
 */
public record Accessed(
    String resource, @Nullable String version, String access, @Nullable String party, long millis)
    implements Statement {}

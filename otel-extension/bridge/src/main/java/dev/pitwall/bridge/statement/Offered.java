package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/**
 * Work was offered to an agent, a person or a queue; with a reply path, an answer is to be
 * expected.
 */
public record Offered(
    String handoff,
    String source,
    String target,
    boolean returnsToCaller,
    boolean replyPath,
    @Nullable Object input)
    implements Statement {}

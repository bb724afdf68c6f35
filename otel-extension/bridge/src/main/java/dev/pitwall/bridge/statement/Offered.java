package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/**
 * Work was offered to a recipient: agent, person or queue. With a reply path, an answer is to be
 * expected.
 */
public record Offered(
    String handoff,
    String source,
    String target,
    String recipient,
    boolean returnsToCaller,
    boolean replyPath,
    @Nullable Object input)
    implements Statement {}

package dev.pitwall.testing.run;

import dev.pitwall.testing.conversation.Conversation;
import dev.pitwall.testing.endpoint.Script;
import dev.pitwall.testing.telemetry.Telemetry;
import java.util.List;

/**
 * A conversation that has been played.
 *
 * @param conversation the conversation
 * @param saw what the application saw, line by line
 * @param script what the model was asked
 * @param telemetry what was exported of it; empty without an agent
 */
public record Played(
    Conversation conversation, List<String> saw, Script script, Telemetry telemetry) {}

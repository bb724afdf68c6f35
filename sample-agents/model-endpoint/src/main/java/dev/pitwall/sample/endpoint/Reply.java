package dev.pitwall.sample.endpoint;

import java.util.List;
import java.util.Map;

/**
 * What the model says: a text, or calls of tools.
 *
 * @param text the text; empty if tools are called
 * @param toolCalls the calls; empty if there is a text
 * @param reasoningTokens tokens that were spent on thinking, part of the completion tokens
 * @param pace how long the model takes
 */
record Reply(String text, List<ToolCall> toolCalls, int reasoningTokens, Pace pace) {

  /** How long an answer takes. */
  enum Pace {
    /** The configured latency. */
    ORDINARY,
    /** One turn of an agent that runs in circles. */
    LOOP_TURN,
    /** A call that takes far longer than others of its kind, and comes back. */
    DRAG,
    /** The call that hangs. */
    STALL
  }

  /**
   * A call.
   *
   * @param name the tool
   * @param arguments its arguments by name, in a fixed order
   */
  record ToolCall(String name, Map<String, String> arguments) {}

  static Reply say(String text) {
    return new Reply(text, List.of(), 0, Pace.ORDINARY);
  }

  static Reply call(ToolCall... calls) {
    return new Reply("", List.of(calls), 0, Pace.ORDINARY);
  }

  Reply thinking(int tokens) {
    return new Reply(text, toolCalls, tokens, pace);
  }

  Reply at(Pace other) {
    return new Reply(text, toolCalls, reasoningTokens, other);
  }
}

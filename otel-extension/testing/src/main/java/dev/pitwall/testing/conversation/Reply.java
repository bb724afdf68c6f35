package dev.pitwall.testing.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One reply of a model. Exactly one of {@code text}, {@code calls}, {@code embeddings}, {@code
 * status}, {@code malformed} and {@code hang} says what kind it is.
 *
 * @param to what the request must contain; the first reply that was not given yet and fits is given
 * @param text the answer
 * @param thinking the reasoning that goes before it
 * @param calls tools that the model wants called
 * @param embeddings vectors
 * @param usage the tokens that are reported, if any
 * @param status an HTTP status that is no success
 * @param error the message of the error
 * @param malformed a body that is not what the protocol says
 * @param hang whether no answer comes before the client gives up
 * @param cutAfter after how many chunks of a stream the connection breaks
 * @param together how many requests must be under way before this one is answered
 */
public record Reply(
    @Nullable String to,
    @Nullable String text,
    @Nullable String thinking,
    @Nullable List<ToolCall> calls,
    @Nullable List<List<Double>> embeddings,
    @Nullable Usage usage,
    @Nullable Integer status,
    @Nullable String error,
    @Nullable String malformed,
    boolean hang,
    @Nullable Integer cutAfter,
    int together) {

  /** A tool that the model wants called. */
  public record ToolCall(String name, Map<String, JsonNode> arguments) {}

  /**
   * Tokens as the provider reports them.
   *
   * @param input all tokens read
   * @param cached those of them that came from a cache
   * @param output all tokens written
   * @param reasoning those of them that were thought
   */
  public record Usage(int input, int cached, int output, int reasoning) {}

  /** Whether it is an answer to the end, so that what it reports must have been counted. */
  public boolean complete() {
    return status == null && malformed == null && !hang && cutAfter == null;
  }
}

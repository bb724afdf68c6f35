package dev.pitwall.sample.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reply in the words of the protocol, whole or in chunks. */
final class Completion {

  /** Every answer claims this moment (2026-01-01T00:00:00Z), so that equal requests are equal. */
  static final long CREATED = 1_767_225_600L;

  private static final int CHUNK_LENGTH = 24;

  private final Conversation conversation;
  private final Reply reply;
  private final String id;

  Completion(Conversation conversation, Reply reply, Dice dice) {
    this.conversation = conversation;
    this.reply = reply;
    this.id = dice.id();
  }

  ObjectNode whole() {
    ObjectNode root = envelope("chat.completion");
    ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
    ObjectNode message = choice.putObject("message").put("role", "assistant");
    if (reply.toolCalls().isEmpty()) {
      message.put("content", reply.text());
    } else {
      message.putNull("content");
      addToolCalls(message.putArray("tool_calls"), false);
    }
    message.putNull("refusal");
    choice.putNull("logprobs").put("finish_reason", finishReason());
    root.set("usage", usage());
    return root;
  }

  List<ObjectNode> chunks(boolean includeUsage) {
    List<ObjectNode> chunks = new ArrayList<>();
    chunks.add(chunk(delta().put("role", "assistant").put("content", ""), null));
    for (int start = 0; start < reply.text().length(); start += CHUNK_LENGTH) {
      int end = Math.min(reply.text().length(), start + CHUNK_LENGTH);
      chunks.add(chunk(delta().put("content", reply.text().substring(start, end)), null));
    }
    if (!reply.toolCalls().isEmpty()) {
      ObjectNode delta = delta();
      addToolCalls(delta.putArray("tool_calls"), true);
      chunks.add(chunk(delta, null));
    }
    chunks.add(chunk(delta(), finishReason()));
    if (includeUsage) {
      ObjectNode last = envelope("chat.completion.chunk");
      last.putArray("choices");
      last.set("usage", usage());
      chunks.add(last);
    }
    return chunks;
  }

  private ObjectNode chunk(ObjectNode delta, @Nullable String finish) {
    ObjectNode root = envelope("chat.completion.chunk");
    ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
    choice.set("delta", delta);
    choice.put("finish_reason", finish);
    return root;
  }

  private static ObjectNode delta() {
    return JsonNodeFactory.instance.objectNode();
  }

  private ObjectNode envelope(String object) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", "chatcmpl-" + id)
        .put("object", object)
        .put("created", CREATED)
        .put("model", conversation.model())
        .put("service_tier", "default")
        .put("system_fingerprint", "fp_offline");
  }

  private String finishReason() {
    return reply.toolCalls().isEmpty() ? "stop" : "tool_calls";
  }

  private void addToolCalls(ArrayNode calls, boolean indexed) {
    for (Reply.ToolCall toolCall : reply.toolCalls()) {
      ObjectNode call = calls.addObject();
      int index = calls.size() - 1;
      if (indexed) {
        call.put("index", index);
      }
      call.put("id", "call_%s_%d".formatted(id, index)).put("type", "function");
      call.putObject("function")
          .put("name", toolCall.name())
          .put("arguments", argumentsOf(toolCall).toString());
    }
  }

  private static ObjectNode argumentsOf(Reply.ToolCall toolCall) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    toolCall.arguments().forEach(arguments::put);
    return arguments;
  }

  private ObjectNode usage() {
    int prompt = Tokens.prompt(conversation);
    int completion = reply.reasoningTokens() + Tokens.count(reply.text());
    for (Reply.ToolCall call : reply.toolCalls()) {
      completion += Tokens.count(call.name()) + Tokens.count(argumentsOf(call).toString());
    }
    ObjectNode usage =
        JsonNodeFactory.instance
            .objectNode()
            .put("prompt_tokens", prompt)
            .put("completion_tokens", completion)
            .put("total_tokens", prompt + completion);
    usage
        .putObject("prompt_tokens_details")
        .put("cached_tokens", Tokens.cached(conversation))
        .put("audio_tokens", 0);
    usage
        .putObject("completion_tokens_details")
        .put("reasoning_tokens", reply.reasoningTokens())
        .put("audio_tokens", 0)
        .put("accepted_prediction_tokens", 0)
        .put("rejected_prediction_tokens", 0);
    return usage;
  }
}

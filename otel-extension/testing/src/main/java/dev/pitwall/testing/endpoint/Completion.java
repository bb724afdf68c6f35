package dev.pitwall.testing.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pitwall.testing.conversation.Reply;
import dev.pitwall.testing.conversation.Reply.ToolCall;
import dev.pitwall.testing.conversation.Reply.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A reply in the words of the protocol, whole or in chunks. */
final class Completion {

  // Providers answer with the exact version of the model that was asked for.
  private static final String VERSION = "-2024-07-18";
  private static final long CREATED = 1_767_225_600L;
  private static final int CHUNK_LENGTH = 16;

  private final String model;
  private final int number;
  private final Reply reply;

  Completion(String model, int number, Reply reply) {
    this.model = model;
    this.number = number;
    this.reply = reply;
  }

  ObjectNode whole() {
    ObjectNode root = envelope("chat.completion");
    ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
    ObjectNode message = choice.putObject("message").put("role", "assistant");
    message.put("content", reply.text());
    if (reply.thinking() != null) {
      message.put("reasoning_content", reply.thinking());
    }
    if (reply.calls() != null) {
      ArrayNode calls = message.putArray("tool_calls");
      for (int i = 0; i < reply.calls().size(); i++) {
        calls.add(call(i, reply.calls().get(i).name(), arguments(reply.calls().get(i))));
      }
    }
    choice.put("finish_reason", finishReason());
    putUsage(root, reply.usage());
    return root;
  }

  List<ObjectNode> chunks(boolean includeUsage) {
    List<ObjectNode> chunks = new ArrayList<>();
    chunks.add(chunk(delta().put("role", "assistant").put("content", ""), null));
    for (String part : parts(reply.thinking())) {
      chunks.add(chunk(delta().put("reasoning_content", part), null));
    }
    for (String part : parts(reply.text())) {
      chunks.add(chunk(delta().put("content", part), null));
    }
    List<ToolCall> calls = reply.calls() == null ? List.of() : reply.calls();
    for (int i = 0; i < calls.size(); i++) {
      chunks.add(callChunk(call(i, calls.get(i).name(), "").put("index", i)));
      for (String part : parts(arguments(calls.get(i)))) {
        ObjectNode rest = delta().put("index", i);
        rest.putObject("function").put("arguments", part);
        chunks.add(callChunk(rest));
      }
    }
    chunks.add(chunk(delta(), finishReason()));
    if (includeUsage && reply.usage() != null) {
      ObjectNode last = envelope("chat.completion.chunk");
      last.putArray("choices");
      putUsage(last, reply.usage());
      chunks.add(last);
    }
    return chunks;
  }

  ObjectNode vectors() {
    ObjectNode root = delta().put("object", "list").put("model", model);
    ArrayNode data = root.putArray("data");
    for (List<Double> vector : Objects.requireNonNull(reply.embeddings())) {
      ObjectNode item = data.addObject().put("object", "embedding").put("index", data.size() - 1);
      vector.forEach(item.withArray("embedding")::add);
    }
    if (reply.usage() != null) {
      root.putObject("usage")
          .put("prompt_tokens", reply.usage().input())
          .put("total_tokens", reply.usage().input());
    }
    return root;
  }

  private ObjectNode callChunk(ObjectNode call) {
    ObjectNode delta = delta();
    delta.putArray("tool_calls").add(call);
    return chunk(delta, null);
  }

  private ObjectNode call(int index, String name, String arguments) {
    ObjectNode call =
        delta().put("id", "call-%d-%d".formatted(number, index)).put("type", "function");
    call.putObject("function").put("name", name).put("arguments", arguments);
    return call;
  }

  private ObjectNode chunk(ObjectNode delta, @Nullable String finish) {
    ObjectNode root = envelope("chat.completion.chunk");
    ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
    choice.set("delta", delta);
    choice.put("finish_reason", finish);
    return root;
  }

  private ObjectNode envelope(String object) {
    return delta()
        .put("id", "chatcmpl-" + number)
        .put("object", object)
        .put("created", CREATED)
        .put("model", model + VERSION);
  }

  private String finishReason() {
    return reply.calls() == null ? "stop" : "tool_calls";
  }

  private static void putUsage(ObjectNode root, @Nullable Usage usage) {
    if (usage == null) {
      return;
    }
    ObjectNode node =
        root.putObject("usage")
            .put("prompt_tokens", usage.input())
            .put("completion_tokens", usage.output())
            .put("total_tokens", usage.input() + usage.output());
    node.putObject("prompt_tokens_details").put("cached_tokens", usage.cached());
    node.putObject("completion_tokens_details").put("reasoning_tokens", usage.reasoning());
  }

  private static String arguments(ToolCall call) {
    return delta().setAll(call.arguments()).toString();
  }

  private static List<String> parts(@Nullable String text) {
    List<String> parts = new ArrayList<>();
    for (int start = 0; text != null && start < text.length(); start += CHUNK_LENGTH) {
      parts.add(text.substring(start, Math.min(text.length(), start + CHUNK_LENGTH)));
    }
    return parts;
  }

  private static ObjectNode delta() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The body of a refusal. */
  static JsonNode error(@Nullable String message) {
    ObjectNode root = delta();
    root.putObject("error")
        .put("message", message)
        .put("type", "error")
        .putNull("param")
        .putNull("code");
    return root;
  }
}

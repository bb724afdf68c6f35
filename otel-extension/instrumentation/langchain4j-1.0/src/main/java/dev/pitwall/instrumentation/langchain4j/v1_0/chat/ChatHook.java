package dev.pitwall.instrumentation.langchain4j.v1_0.chat;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.ModelReply;
import dev.pitwall.bridge.ModelRequest;
import dev.pitwall.bridge.Operation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what a model was asked and what it answered, without its words. */
public final class ChatHook {

  private static final String LIBRARY = "langchain4j-chat";

  static {
    Bridge.observer().applied(LIBRARY);
  }

  private ChatHook() {}

  public static @Nullable Object enter(ChatModel model, ChatRequest request) {
    try {
      return Bridge.observer().startModelCall(describe(model, request));
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }

  @SuppressWarnings("unchecked")
  public static void exit(
      @Nullable Object operation, @Nullable ChatResponse response, @Nullable Throwable thrown) {
    if (operation == null) {
      return;
    }
    ModelReply reply = null;
    try {
      reply = response == null ? null : describe(response);
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
    }
    ((Operation<ModelReply>) operation).end(reply, thrown);
  }

  private static ModelRequest describe(ChatModel model, ChatRequest request) {
    // A request names a model only where it overrides the model's own default.
    String name = request.modelName();
    if (name == null) {
      name = model.defaultRequestParameters().modelName();
    }
    return new ModelRequest(
        provider(model.provider()), name, request.maxOutputTokens(), request.temperature());
  }

  private static ModelReply describe(ChatResponse response) {
    TokenUsage usage = response.tokenUsage();
    return new ModelReply(
        response.id(),
        response.modelName(),
        response.finishReason() == null
            ? null
            : response.finishReason().name().toLowerCase(Locale.ROOT),
        usage == null ? null : usage.inputTokenCount(),
        usage == null ? null : usage.outputTokenCount());
  }

  // By name: later versions have providers that this one does not know.
  private static String provider(@Nullable ModelProvider provider) {
    String name = provider == null ? "OTHER" : provider.name();
    return switch (name) {
      case "OPEN_AI" -> "openai";
      case "ANTHROPIC" -> "anthropic";
      case "AMAZON_BEDROCK" -> "aws.bedrock";
      case "AZURE_OPEN_AI" -> "azure.ai.openai";
      case "MISTRAL_AI" -> "mistral_ai";
      case "GOOGLE_AI_GEMINI" -> "gcp.gemini";
      case "GOOGLE_VERTEX_AI_GEMINI", "GOOGLE_VERTEX_AI_ANTHROPIC" -> "gcp.vertex_ai";
      case "WATSONX" -> "ibm.watsonx.ai";
      case "OTHER" -> "_OTHER";
      default -> name.toLowerCase(Locale.ROOT);
    };
  }
}

package dev.pitwall.instrumentation.langchain4j.v1_0.chat;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.pitwall.bridge.ModelReply;
import dev.pitwall.bridge.ModelRequest;
import dev.pitwall.bridge.ModelRequest.Kind;
import dev.pitwall.bridge.ModelRequest.Parameters;
import dev.pitwall.instrumentation.Property;
import dev.pitwall.instrumentation.langchain4j.v1_0.model.Providers;
import dev.pitwall.instrumentation.langchain4j.v1_0.model.TokenCounts;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says what a model was asked and what it answered, without its words. */
public final class ChatDescription {

  // In the parameters of providers that have one.
  private static final Property SEED = new Property("seed");

  private ChatDescription() {}

  static ModelRequest of(ChatModel model, ChatRequest request) {
    return of(
        Providers.of(model, name(model.provider())),
        false,
        request,
        model.defaultRequestParameters());
  }

  static ModelRequest of(StreamingChatModel model, ChatRequest request) {
    return of(
        Providers.of(model, name(model.provider())),
        true,
        request,
        model.defaultRequestParameters());
  }

  private static ModelRequest of(
      String provider,
      boolean streamed,
      ChatRequest request,
      @Nullable ChatRequestParameters byDefault) {
    Effective effective = new Effective(request.parameters(), byDefault);
    return new ModelRequest(
        Kind.CHAT,
        provider,
        effective.get(ChatRequestParameters::modelName),
        streamed,
        new Parameters(
            effective.get(ChatRequestParameters::maxOutputTokens),
            effective.get(ChatRequestParameters::temperature),
            effective.get(ChatRequestParameters::topP),
            effective.get(ChatRequestParameters::topK),
            effective.get(ChatRequestParameters::frequencyPenalty),
            effective.get(ChatRequestParameters::presencePenalty),
            effective.stopSequences(),
            seed(effective.get(SEED::integer)),
            isJson(effective.get(ChatRequestParameters::responseFormat))));
  }

  private static @Nullable Long seed(@Nullable Integer seed) {
    return seed == null ? null : Long.valueOf(seed);
  }

  private static boolean isJson(@Nullable ResponseFormat format) {
    return format != null && format.type() == ResponseFormatType.JSON;
  }

  private static @Nullable String name(@Nullable ModelProvider provider) {
    return provider == null ? null : provider.name();
  }

  static ModelReply of(ChatResponse response, @Nullable Double firstChunkSeconds) {
    return new ModelReply(
        response.id(),
        response.modelName(),
        name(response.finishReason()),
        TokenCounts.of(response.tokenUsage()),
        firstChunkSeconds);
  }

  private static @Nullable String name(@Nullable FinishReason reason) {
    if (reason == null) {
      return null;
    }
    String name = reason.name();
    return name.equals("TOOL_EXECUTION") ? "tool_call" : name.toLowerCase(Locale.ROOT);
  }

  /** A request's parameters, and the model's own where the request leaves them open. */
  private record Effective(
      @Nullable ChatRequestParameters request, @Nullable ChatRequestParameters model) {

    <T> @Nullable T get(Function<ChatRequestParameters, @Nullable T> parameter) {
      T requested = request == null ? null : parameter.apply(request);
      return requested != null || model == null ? requested : parameter.apply(model);
    }

    List<String> stopSequences() {
      Function<ChatRequestParameters, @Nullable List<String>> sequences =
          ChatRequestParameters::stopSequences;
      List<String> requested = get(sequences);
      if ((requested == null || requested.isEmpty()) && model != null) {
        requested = sequences.apply(model);
      }
      return requested == null ? List.of() : requested;
    }
  }
}

package dev.pitwall.distribution.app;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers by what it is asked: scores rise, plans name the agents of a list one after the other, a
 * prompt that says how often to fail fails so often, anything else is repeated in capitals. Streams
 * on a thread of its own.
 */
final class PatternsModel implements ChatModel {

  private final List<String> plan;
  private final AtomicInteger planned = new AtomicInteger();
  private final AtomicInteger scored = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  PatternsModel(String... plan) {
    this.plan = List.of(plan);
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    return answer(request);
  }

  /** The same model, piece by piece. */
  StreamingChatModel streaming() {
    return new StreamingChatModel() {
      @Override
      public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        new Thread(
                () -> {
                  ChatResponse response = answer(request);
                  handler.onPartialResponse(response.aiMessage().text());
                  handler.onCompleteResponse(response);
                },
                "model-stream")
            .start();
      }
    };
  }

  private ChatResponse answer(ChatRequest request) {
    UserMessage last =
        request.messages().stream()
            .filter(UserMessage.class::isInstance)
            .map(UserMessage.class::cast)
            .reduce((first, second) -> second)
            .orElseThrow();
    return ChatResponse.builder()
        .aiMessage(AiMessage.from(text(last.singleText())))
        .modelName("patterns-1")
        .tokenUsage(new TokenUsage(10, 5))
        .finishReason(FinishReason.STOP)
        .build();
  }

  private String text(String prompt) {
    if (prompt.startsWith("The user request is")) {
      int step = planned.getAndIncrement();
      return step < plan.size()
          ? "{\"agentName\":\"" + plan.get(step) + "\",\"arguments\":{\"topic\":\"tea\"}}"
          : "{\"agentName\":\"done\",\"arguments\":{\"response\":\"all done\"}}";
    }
    if (prompt.startsWith("Score")) {
      return scored.incrementAndGet() % 2 == 1 ? "0.5" : "0.9";
    }
    if (prompt.contains("fail-") && failed.getAndIncrement() < times(prompt)) {
      throw new IllegalStateException("the model is down");
    }
    return prompt.toUpperCase(java.util.Locale.ROOT);
  }

  private static int times(String prompt) {
    return Character.digit(prompt.charAt(prompt.indexOf("fail-") + "fail-".length()), 10);
  }
}

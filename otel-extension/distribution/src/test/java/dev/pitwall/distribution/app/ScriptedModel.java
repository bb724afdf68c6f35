package dev.pitwall.distribution.app;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks for the same search a given number of times, then answers; scores rise from call to call.
 */
final class ScriptedModel implements ChatModel {

  static final String FAILING = "failing";

  private final int searches;
  private final AtomicInteger scores = new AtomicInteger();

  ScriptedModel(int searches) {
    this.searches = searches;
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    String text = request.messages().toString();
    if (text.contains("Research " + FAILING)) {
      throw new IllegalStateException("the model is down");
    }
    long results =
        request.messages().stream().filter(ToolExecutionResultMessage.class::isInstance).count();
    if (text.contains("Score")) {
      return answer(AiMessage.from(scores.incrementAndGet() % 2 == 1 ? "0.5" : "0.9"));
    }
    return results < searches
        ? answer(
            AiMessage.from(
                ToolExecutionRequest.builder()
                    .id("call-" + results)
                    .name("search")
                    .arguments("{\"arg0\":\"the-secret-topic\"}")
                    .build()))
        : answer(AiMessage.from("facts about the-secret-topic"));
  }

  private static ChatResponse answer(AiMessage message) {
    return ChatResponse.builder()
        .aiMessage(message)
        .modelName("scripted-1")
        .id("r1")
        .tokenUsage(new TokenUsage(10, 5))
        .finishReason(FinishReason.STOP)
        .build();
  }
}

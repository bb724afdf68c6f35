package dev.pitwall.distribution.app;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.UserMessage;
import java.util.Map;

/**
 * Makes up a new workflow, agent, model and tool for every job, with names that are long, odd or
 * both. Prints how many jobs were done.
 */
public final class NamesApp {

  private NamesApp() {}

  /** Does anything. */
  public interface Worker {
    @Agent(outputKey = "result")
    @UserMessage("Work")
    String work();
  }

  public static void main(String[] arguments) {
    int jobs = Integer.parseInt(arguments[0]);
    int done = 0;
    for (int i = 0; i < jobs; i++) {
      Object result =
          AgenticServices.sequenceBuilder()
              .name(odd("workflow", i))
              .subAgents(worker(i))
              .outputKey("result")
              .build()
              .invoke(Map.of());
      done += "done".equals(result) ? 1 : 0;
    }
    System.out.println("done " + done);
  }

  private static Worker worker(int i) {
    ToolSpecification tool = ToolSpecification.builder().name(odd("tool", i)).build();
    return AgenticServices.agentBuilder(Worker.class)
        .name(odd("agent", i))
        .chatModel(new OddModel(odd("model", i), tool.name()))
        .tools(Map.of(tool, (request, memory) -> "result"))
        .build();
  }

  private static String odd(String kind, int i) {
    String name = kind + "-" + i + " \"Prüfer\\数据\" 🤖\n\0{le=\"1\"}";
    return i % 100 == 0 ? name + "x".repeat(10_000) : name;
  }

  /** Asks for its tool, then is done. */
  private record OddModel(String name, String tool) implements ChatModel {

    @Override
    public ChatRequestParameters defaultRequestParameters() {
      return ChatRequestParameters.builder().modelName(name).build();
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
      boolean answered =
          request.messages().stream().anyMatch(ToolExecutionResultMessage.class::isInstance);
      AiMessage message =
          answered
              ? AiMessage.from("done")
              : AiMessage.from(
                  ToolExecutionRequest.builder().id("call").name(tool).arguments("{}").build());
      return ChatResponse.builder().aiMessage(message).modelName(name).build();
    }
  }
}

package dev.pitwall.distribution.app;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import java.util.List;
import java.util.Map;

/**
 * Two branches of a desk that each have the same topic researched, and a desk that has two topics
 * researched, one by each.
 */
public final class TwiceApp {

  private TwiceApp() {}

  /** Finds facts. */
  public interface Researcher {
    @Agent
    @UserMessage("Research {{topic}}")
    String research(@V("topic") String topic);
  }

  /** Finds facts of something else. */
  public interface Other {
    @Agent
    @UserMessage("Research {{other}}")
    String research(@V("other") String other);
  }

  public static void main(String[] arguments) {
    Map<String, Object> topics = Map.of("topic", "the-secret-topic", "other", "another");
    System.out.println(desk("same", Researcher.class, Researcher.class).invoke(topics));
    System.out.println(desk("each", Researcher.class, Other.class).invoke(topics));
  }

  private static UntypedAgent desk(String name, Class<?> one, Class<?> other) {
    return AgenticServices.parallelBuilder()
        .name(name)
        .subAgents(branch("history", one), branch("market", other))
        .output(scope -> List.of(scope.readState("history", ""), scope.readState("market", "")))
        .build();
  }

  private static UntypedAgent branch(String name, Class<?> agent) {
    return AgenticServices.sequenceBuilder()
        .name(name)
        .subAgents(
            AgenticServices.agentBuilder(agent)
                .name("researcher")
                .outputKey(name)
                .chatModel(new ScriptedModel(0))
                .build())
        .outputKey(name)
        .build();
  }
}

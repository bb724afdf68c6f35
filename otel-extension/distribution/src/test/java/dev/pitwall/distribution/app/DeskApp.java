package dev.pitwall.distribution.app;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import java.util.Map;

/**
 * A small desk: research with a tool, a review that loops, a person who approves. Prints what it
 * did and on which thread.
 */
public final class DeskApp {

  private DeskApp() {}

  /** Finds facts. */
  public interface Researcher {
    @Agent(name = "researcher", description = "finds facts", outputKey = "facts")
    @UserMessage("Research {{topic}}")
    String research(@V("topic") String topic);
  }

  /** Scores a draft. */
  public interface Critic {
    @Agent(name = "critic", outputKey = "score")
    @UserMessage("Score {{facts}}")
    double score(@V("facts") String facts);
  }

  /** What the researcher may use. */
  public static final class Archive {
    @Tool
    public String search(String query) {
      return "nothing on " + query;
    }
  }

  public static void main(String[] arguments) {
    boolean looping = arguments.length > 0 && arguments[0].equals("loop");
    UntypedAgent desk = desk(new ScriptedModel(looping ? 8 : 1));
    Object result = desk.invoke(Map.of("topic", "the-secret-topic"));
    System.out.println("result " + result);
    System.out.println("thread " + Thread.currentThread().getName());
    try {
      desk.invoke(Map.of("topic", ScriptedModel.FAILING));
    } catch (RuntimeException e) {
      System.out.println("failed with " + e.getClass().getName() + ": " + e.getMessage());
    }
    System.out.println("bridge " + bridgeLoader());
  }

  static UntypedAgent desk(ScriptedModel model) {
    Researcher researcher =
        AgenticServices.agentBuilder(Researcher.class)
            .chatModel(model)
            .tools(new Archive())
            .build();
    Critic critic = AgenticServices.agentBuilder(Critic.class).chatModel(model).build();
    UntypedAgent review =
        AgenticServices.loopBuilder()
            .name("review")
            .subAgents(critic)
            .maxIterations(3)
            .exitCondition(scope -> scope.readState("score", 0.0) > 0.8)
            .build();
    return AgenticServices.sequenceBuilder()
        .name("desk")
        .subAgents(
            researcher,
            review,
            AgenticServices.humanInTheLoopBuilder()
                .description("release")
                .outputKey("release")
                .responseProvider(scope -> "approved")
                .build())
        .outputKey("release")
        .build();
  }

  // What the application's loader sees of the bridge: its own copy would be a second, silent slot.
  private static String bridgeLoader() {
    try {
      return String.valueOf(Class.forName("dev.pitwall.bridge.Bridge").getClassLoader());
    } catch (ClassNotFoundException e) {
      return "absent";
    }
  }
}

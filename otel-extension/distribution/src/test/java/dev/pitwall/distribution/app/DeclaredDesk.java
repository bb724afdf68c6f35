package dev.pitwall.distribution.app;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.declarative.ChatModelSupplier;
import dev.langchain4j.agentic.declarative.ExitCondition;
import dev.langchain4j.agentic.declarative.HumanInTheLoop;
import dev.langchain4j.agentic.declarative.LoopAgent;
import dev.langchain4j.agentic.declarative.SequenceAgent;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.V;

/** A declared sequence. */
public interface DeclaredDesk {
  @SequenceAgent(
      name = "declared-desk",
      outputKey = "stamped",
      subAgents = {
        PatternsApp.Worker.class,
        DeclaredDesk.Review.class,
        PatternsApp.Editor.class,
        DeclaredDesk.Chief.class,
        DeclaredDesk.Stamp.class
      })
  String run(@V("topic") String topic);

  @ChatModelSupplier
  static ChatModel model() {
    return new PatternsModel();
  }

  /** A declared step that is no AI. */
  final class Stamp {
    @Agent(name = "stamp", outputKey = "stamped")
    public static String stamp(@V("edited") String edited) {
      return edited + "!";
    }
  }

  /** A declared question. */
  final class Chief {
    @HumanInTheLoop(description = "asks the chief", outputKey = "release")
    public static String release(@V("edited") String edited) {
      return "approved";
    }
  }

  /** A declared loop. */
  interface Review {
    @LoopAgent(
        name = "declared-review",
        outputKey = "text",
        maxIterations = 4,
        subAgents = {PatternsApp.Critic.class})
    String review(@V("text") String text);

    @ExitCondition
    static boolean isGood(@V("score") double score) {
      return score > 0.8;
    }
  }
}

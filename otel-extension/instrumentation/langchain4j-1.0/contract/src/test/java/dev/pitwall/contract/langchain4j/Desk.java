package dev.pitwall.contract.langchain4j;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.agentic.supervisor.SupervisorResponseStrategy;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import dev.pitwall.testing.application.Scene;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The workflows. */
public final class Desk {

  private Desk() {}

  /** Finds facts. */
  public interface Researcher {
    @Agent(name = "researcher", description = "finds facts", outputKey = "facts")
    @UserMessage("Research {{topic}}")
    String research(@V("topic") String topic);
  }

  /** Writes them up. */
  public interface Writer {
    @Agent(name = "writer", description = "writes", outputKey = "text")
    @UserMessage("Write {{facts}}")
    String write(@V("facts") String facts);
  }

  /** Scores a topic. */
  public interface Critic {
    @Agent(name = "critic", description = "scores", outputKey = "score")
    @UserMessage("Score {{topic}}")
    double score(@V("topic") String topic);
  }

  /** Writes them up bit by bit. */
  public interface StreamingWriter {
    @Agent(name = "writer", description = "writes", outputKey = "text")
    @UserMessage("Write {{facts}}")
    TokenStream write(@V("facts") String facts);
  }

  /** The workflow, for somebody who does not want to wait for the end. */
  public interface StreamingDesk {
    @Agent(name = "desk")
    TokenStream write(@V("topic") String topic);
  }

  static String stream(Scene scene) throws Exception {
    return Streams.hear(
        scene,
        AgenticServices.sequenceBuilder(StreamingDesk.class)
            .subAgents(
                agent(Researcher.class, scene),
                AgenticServices.agentBuilder(StreamingWriter.class)
                    .streamingChatModel(Models.streaming(scene))
                    .build())
            .outputKey("text")
            .build()
            .write(scene.text("topic")));
  }

  static @Nullable Object sequence(Scene scene) {
    return invoke(
        scene,
        AgenticServices.sequenceBuilder()
            .name("desk")
            .subAgents(agent(Researcher.class, scene), agent(Writer.class, scene))
            .outputKey("text")
            .build());
  }

  static @Nullable Object parallel(Scene scene) {
    return invoke(
        scene,
        AgenticServices.parallelBuilder()
            .name("desk")
            .subAgents(agent(Researcher.class, scene), agent(Critic.class, scene))
            .outputKey("facts")
            .build());
  }

  static @Nullable Object async(Scene scene) {
    return invoke(
        scene,
        AgenticServices.sequenceBuilder()
            .name("desk")
            .subAgents(
                AgenticServices.agentBuilder(Researcher.class)
                    .chatModel(Models.chat(scene))
                    .async(true)
                    .build(),
                agent(Critic.class, scene),
                agent(Writer.class, scene))
            .outputKey("text")
            .build());
  }

  static @Nullable Object loop(Scene scene) {
    return invoke(scene, review(scene));
  }

  static @Nullable Object conditional(Scene scene) {
    return invoke(
        scene,
        AgenticServices.conditionalBuilder()
            .name("desk")
            .subAgents(
                scope -> scope.readState("topic", "").contains("facts"),
                agent(Researcher.class, scene))
            .subAgents(
                scope -> !scope.readState("topic", "").contains("facts"),
                agent(Critic.class, scene))
            .outputKey("facts")
            .build());
  }

  static @Nullable Object supervisor(Scene scene) {
    return AgenticServices.supervisorBuilder()
        .name("desk")
        .chatModel(Models.chat(scene))
        .subAgents(agent(Researcher.class, scene), agent(Writer.class, scene))
        .responseStrategy(SupervisorResponseStrategy.LAST)
        .build()
        .invoke(scene.text("prompt"));
  }

  static @Nullable Object nested(Scene scene) {
    return invoke(
        scene,
        AgenticServices.sequenceBuilder()
            .name("desk")
            .subAgents(agent(Researcher.class, scene), review(scene))
            .output(scope -> scope.readState("score"))
            .build());
  }

  static @Nullable Object human(Scene scene) {
    return invoke(
        scene,
        AgenticServices.sequenceBuilder()
            .name("desk")
            .subAgents(
                agent(Researcher.class, scene),
                AgenticServices.humanInTheLoopBuilder()
                    .description("releases")
                    .outputKey("release")
                    .responseProvider(scope -> scene.person("release"))
                    .build())
            .outputKey("release")
            .build());
  }

  private static UntypedAgent review(Scene scene) {
    return AgenticServices.loopBuilder()
        .name("review")
        .subAgents(agent(Critic.class, scene))
        .maxIterations(3)
        .exitCondition(scope -> scope.readState("score", 0.0) > 0.8)
        .output(scope -> scope.readState("score"))
        .build();
  }

  private static <T> T agent(Class<T> type, Scene scene) {
    return AgenticServices.agentBuilder(type).chatModel(Models.chat(scene)).build();
  }

  private static @Nullable Object invoke(Scene scene, UntypedAgent workflow) {
    return workflow.invoke(Map.of("topic", scene.text("topic")));
  }
}

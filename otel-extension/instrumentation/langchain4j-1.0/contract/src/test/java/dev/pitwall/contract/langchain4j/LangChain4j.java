package dev.pitwall.contract.langchain4j;

import static dev.pitwall.testing.application.Capability.HUMAN;
import static dev.pitwall.testing.application.Capability.SEQUENCE;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.service.AiServices;
import dev.pitwall.testing.application.Capability;
import dev.pitwall.testing.application.Framework;
import dev.pitwall.testing.application.Scene;
import dev.pitwall.testing.application.Unsupported;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plays the conversations as an application does that uses LangChain4j. */
public final class LangChain4j implements Framework {

  private static final Set<Capability> AGENTIC = EnumSet.range(SEQUENCE, HUMAN);

  /** An AI service. */
  public interface Assistant {
    String answer(String prompt);
  }

  @Override
  public @Nullable Object play(Capability capability, Scene scene) throws Exception {
    if (AGENTIC.contains(capability) && !hasAgentic()) {
      throw new Unsupported("langchain4j-agentic is watched from 1.11 on");
    }
    return switch (capability) {
      case CHAT -> Models.chat(scene).chat(scene.text("prompt"));
      case STREAM -> Streams.chat(scene);
      case EMBEDDINGS -> embeddings(scene);
      case AGENT -> assistant(scene).build().answer(scene.text("prompt"));
      case AGENT_STREAM -> Streams.agent(scene);
      case GUARDRAIL -> NoShouting.guard(assistant(scene)).build().answer(scene.text("prompt"));
      case SEQUENCE -> Desk.sequence(scene);
      case PARALLEL -> Desk.parallel(scene);
      case LOOP -> Desk.loop(scene);
      case CONDITIONAL -> Desk.conditional(scene);
      case SUPERVISOR -> Desk.supervisor(scene);
      case NESTED -> Desk.nested(scene);
      case HUMAN -> human(scene);
    };
  }

  private static @Nullable Object human(Scene scene) {
    try {
      return Desk.human(scene);
    } catch (NoSuchMethodError e) {
      throw new Unsupported("a person's answer had no access to the scope before 1.13");
    }
  }

  private static boolean hasAgentic() {
    try {
      Class.forName("dev.langchain4j.agentic.AgenticServices");
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static AiServices<Assistant> assistant(Scene scene) {
    return AiServices.builder(Assistant.class)
        .chatModel(Models.chat(scene))
        .systemMessageProvider(id -> scene.text("system"))
        .tools(new Archive(scene));
  }

  private static int embeddings(Scene scene) {
    return Models.embeddings(scene)
        .embedAll(
            List.of(TextSegment.from(scene.text("first")), TextSegment.from(scene.text("second"))))
        .content()
        .size();
  }
}

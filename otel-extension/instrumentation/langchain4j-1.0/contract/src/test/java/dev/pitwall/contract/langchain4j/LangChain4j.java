package dev.pitwall.contract.langchain4j;

import static dev.pitwall.testing.application.Capability.GUARDRAIL;
import static dev.pitwall.testing.application.Capability.HUMAN;
import static dev.pitwall.testing.application.Capability.MCP;
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
    if (AGENTIC.contains(capability) && !has("dev.langchain4j.agentic.AgenticServices")) {
      throw new Unsupported("langchain4j-agentic is watched from 1.11 on");
    }
    if (capability == MCP && !has("dev.langchain4j.mcp.client.McpClient")) {
      throw new Unsupported("langchain4j-mcp is watched from 1.13 on, and not published for all");
    }
    if (capability == GUARDRAIL && !has("dev.langchain4j.guardrail.Guardrail")) {
      throw new Unsupported("has no guardrails before 1.1");
    }
    return switch (capability) {
      case CHAT -> Models.chat(scene).chat(scene.text("prompt"));
      case STREAM -> Streams.chat(scene);
      case EMBEDDINGS -> embeddings(scene);
      case AGENT -> withArchive(scene).build().answer(scene.text("prompt"));
      case AGENT_STREAM -> Streams.agent(scene);
      case MCP -> ToolServer.ask(scene);
      case MEMORY -> Memory.ask(scene);
      case GUARDRAIL -> NoShouting.guard(withArchive(scene)).build().answer(scene.text("prompt"));
      case SEQUENCE -> Desk.sequence(scene);
      case SEQUENCE_STREAM -> Desk.stream(scene);
      case PARALLEL -> Desk.parallel(scene);
      case ASYNC -> Desk.async(scene);
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

  private static boolean has(String type) {
    try {
      Class.forName(type);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  static AiServices<Assistant> assistant(Scene scene) {
    return AiServices.builder(Assistant.class)
        .chatModel(Models.chat(scene))
        .systemMessageProvider(id -> scene.text("system"));
  }

  private static AiServices<Assistant> withArchive(Scene scene) {
    return assistant(scene).tools(new Archive(scene));
  }

  private static int embeddings(Scene scene) {
    return Models.embeddings(scene)
        .embedAll(
            List.of(TextSegment.from(scene.text("first")), TextSegment.from(scene.text("second"))))
        .content()
        .size();
  }
}

package dev.pitwall.sample.desk.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.V;

/** Prints what was approved. */
public final class Press {

  /** Says where the article can be read. */
  @Agent(name = "press", description = "Publishes an approved article", outputKey = "outcome")
  public String publish(@V(State.DRAFT) String draft) {
    return "published: " + draft.lines().findFirst().orElse("").replaceFirst("^# ", "");
  }
}

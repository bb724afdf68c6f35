package dev.pitwall.sample.desk.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.V;

/** Keeps what was rejected. */
public final class Shelf {

  /** Says that the article was put away. */
  @Agent(name = "shelf", description = "Puts a rejected article away", outputKey = "outcome")
  public String keep(@V(State.DRAFT) String draft) {
    return "shelved: " + draft.lines().findFirst().orElse("").replaceFirst("^# ", "");
  }
}

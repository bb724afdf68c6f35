package dev.pitwall.sample.desk.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.V;

/** All researchers at once. */
public interface ResearchTeam {

  /** Looks at the topic from all sides. */
  @Agent(
      name = "research-team",
      description = "Researches the history, market and technology of a topic",
      outputKey = State.DOSSIER)
  Dossier research(@V("topic") String topic);
}

package dev.pitwall.sample.desk.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

/** One researcher; which field it covers is decided where it is built. */
public interface Researcher {

  /** Notes on one side of the topic, from the archive. */
  @UserMessage(
      """
      Write short notes (at most 80 words) on the topic below, in your field only.
      Search the archive first, then look up a figure, and use nothing that you did not find there.
      Topic: {{topic}}
      """)
  @Agent(description = "Researches one field of a topic")
  String research(@V("topic") String topic);
}

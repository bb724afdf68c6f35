package dev.pitwall.sample.desk.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

/** Judges a draft. */
public interface Critic {

  /** A score from 0.0 (useless) to 1.0 (ready to print). */
  @UserMessage(
      """
      You are critic at a publishing desk. Judge the draft from 0.0 (useless) to 1.0 (ready to
      print): does it begin with a summary, keep to facts, say what to watch next, read easily?
      Return only the score.
      Topic: {{topic}}
      Draft:
      {{draft}}
      """)
  @Agent(name = "critic", description = "Scores a draft from 0 to 1", outputKey = State.SCORE)
  double judge(@V("topic") String topic, @V(State.DRAFT) String draft);
}

package dev.pitwall.sample.desk.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

/** Improves a draft that the critic does not like yet. */
public interface Editor {

  /** The draft with the one improvement that helps it most. */
  @UserMessage(
      """
      You are editor at a publishing desk. The critic gave the draft a score of {{score}} out of 1.
      Make the one improvement that helps it most: a summary in bold under the title, a closing
      section that says what to watch next, or clearer sentences. Return only the whole article.
      Topic: {{topic}}
      Draft:
      {{draft}}
      """)
  @Agent(name = "editor", description = "Improves a draft", outputKey = State.DRAFT)
  String edit(@V("topic") String topic, @V(State.SCORE) double score, @V(State.DRAFT) String draft);
}

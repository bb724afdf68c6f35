package dev.pitwall.sample.desk.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

/** Turns research into an article. */
public interface Writer {

  /** A first draft in Markdown. */
  @UserMessage(
      """
      You are writer at a publishing desk. Write an article for the general reader, in Markdown:
      a title as first-level heading, an opening, a section for each part of the dossier, an ending;
      100 to 400 words. Use only what is in the dossier. Return only the article.
      Topic: {{topic}}

      {{dossier}}
      """)
  @Agent(
      name = "writer",
      description = "Writes an article from the dossier",
      outputKey = State.DRAFT)
  String write(@V("topic") String topic, @V(State.DOSSIER) Dossier dossier);
}

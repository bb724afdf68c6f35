package dev.pitwall.sample.desk.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.scope.ResultWithAgenticScope;
import dev.langchain4j.service.V;

/** The whole desk: from a topic to a published, or shelved, article. */
public interface PublishingDesk {

  /**
   * Has an article researched, written, reviewed and approved.
   *
   * @param topic what the article is about
   * @param fault key of a {@link Fault}; {@code none} in ordinary life
   * @return where the article went, with what the agents left behind on the way
   */
  @Agent(name = "publishing-desk", description = "Researches, writes, reviews and publishes")
  ResultWithAgenticScope<String> publish(@V("topic") String topic, @V("fault") String fault);
}

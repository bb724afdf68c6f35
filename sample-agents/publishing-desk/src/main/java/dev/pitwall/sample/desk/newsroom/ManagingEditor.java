package dev.pitwall.sample.desk.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.V;

/** Decides who works next until there is a draft. */
public interface ManagingEditor {

  /** A first draft about the topic. */
  @Agent(
      name = "managing-editor",
      description = "Has a topic researched and then written up",
      outputKey = State.DRAFT)
  String produce(@V("topic") String topic);
}

package dev.pitwall.sample.desk.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

/** Checks one statement of a draft; many work at once. */
public interface FactChecker {

  /** Whether the statement holds: {@code supported}, {@code plausible} or {@code doubtful}. */
  @UserMessage(
      """
      You are fact-checker at a publishing desk. Say in one word whether the statement is supported,
      plausible or doubtful.
      Topic: {{topic}}
      {{statement}}
      """)
  @Agent(
      name = "fact-checker",
      description = "Checks one statement of a draft",
      outputKey = "verdict")
  String check(@V("statement") String statement, @V("topic") String topic);
}

package dev.pitwall.sample.desk.newsroom;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agentic.scope.AgenticScope;

/** What a researcher may use. */
public final class ResearchTools {

  private final ReadingRoom readingRoom;

  ResearchTools(Archive archive) {
    this.readingRoom = new ReadingRoom(archive);
  }

  /**
   * Finds articles.
   *
   * @throws IllegalStateException if the archive does not answer
   */
  @Tool("Searches the desk's archive and returns the two best articles")
  public String searchArchive(@P("a few keywords") String query, AgenticScope scope) {
    return readingRoom.search(fault(scope), query);
  }

  /** Finds a figure. */
  @Tool("Looks up one figure about a subject")
  public String lookUpFact(@P("the subject") String subject, AgenticScope scope) {
    return readingRoom.lookUp(fault(scope), subject);
  }

  /** Pretends to spend money, for which somebody should have been asked. */
  @Tool("Buys a market report for 900 dollars. Only after the publisher has agreed")
  public String buyReport(@P("the subject") String subject) {
    return "Ordered: market report on " + subject;
  }

  private static Fault fault(AgenticScope scope) {
    return Fault.of(scope.readState(State.FAULT, Fault.NONE.key()));
  }
}

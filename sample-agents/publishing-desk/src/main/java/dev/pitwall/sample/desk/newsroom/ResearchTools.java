package dev.pitwall.sample.desk.newsroom;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agentic.scope.AgenticScope;

/** What a researcher may use. */
public final class ResearchTools {

  private final Archive archive;

  ResearchTools(Archive archive) {
    this.archive = archive;
  }

  /**
   * Finds articles.
   *
   * @throws IllegalStateException if the archive does not answer
   */
  @Tool("Searches the desk's archive and returns the two best articles")
  public String searchArchive(@P("a few keywords") String query, AgenticScope scope) {
    if (scope.readState(State.FAULT, Fault.NONE.key()).equals(Fault.FAILING_TOOL.key())) {
      throw new IllegalStateException("The archive does not answer.");
    }
    return archive.search(query);
  }

  /** Finds a figure. */
  @Tool("Looks up one figure about a subject")
  public String lookUpFact(@P("the subject") String subject) {
    return archive.lookUp(subject);
  }
}

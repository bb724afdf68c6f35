package dev.pitwall.sample.desk.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.V;
import java.util.concurrent.CompletableFuture;

/** Prints what was approved. */
public final class Press {

  private final Filing filing = new Filing();

  /** Says where the article can be read, and has it put on file. */
  @Agent(name = "press", description = "Publishes an approved article", outputKey = "outcome")
  public String publish(@V(State.DRAFT) String draft, @V(State.FAULT) String fault) {
    String title = draft.lines().findFirst().orElse("").replaceFirst("^# ", "");
    // The reader of the answer does not wait for the clerk.
    CompletableFuture<String> unused = filing.file(filing.order(title, Fault.of(fault)));
    return "published: " + title;
  }
}

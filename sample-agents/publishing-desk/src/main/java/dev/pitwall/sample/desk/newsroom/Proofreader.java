package dev.pitwall.sample.desk.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.V;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Marks what is to be checked in a draft. */
public final class Proofreader {

  private static final int STATEMENTS = 8;
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.;])\\s+");

  /** The first sentences of the draft, numbered. */
  @Agent(
      name = "proofreader",
      description = "Marks the statements of a draft that are to be checked",
      outputKey = State.STATEMENTS)
  public List<String> mark(@V(State.DRAFT) String draft) {
    List<String> sentences =
        draft
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .flatMap(SENTENCE_END::splitAsStream)
            .toList();
    return IntStream.rangeClosed(1, Math.min(STATEMENTS, sentences.size()))
        .mapToObj(i -> "Statement %d: %s".formatted(i, sentences.get(i - 1)))
        .toList();
  }
}

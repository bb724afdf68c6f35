package dev.pitwall.sample.desk.newsroom;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be made to go wrong in a job, to see how it looks from outside. */
public enum Fault {
  NONE,
  /** One researcher repeats the same tool call with the same result. */
  LOOP,
  /** One model call hangs. */
  STALL,
  /** The archive does not answer. */
  FAILING_TOOL,
  /** Every model call takes ten times as long. */
  SLOW_MODEL,
  /** The first draft breaks the house style and no revision lifts the score. */
  BAD_QUALITY,
  /** The managing editor sends the topic to and fro between the researchers and the writer. */
  PING_PONG,
  /** The managing editor has the same article written twice. */
  ASKED_TWICE,
  /** The managing editor hands the topic to somebody who does not exist. */
  UNKNOWN_AGENT,
  /** The provider refuses the critic's calls, because there are too many. */
  RATE_LIMIT,
  /** The model spends thousands of tokens on thinking in every call. */
  OVERTHINKING,
  /** One researcher reads on until the model's window is full. */
  FULL_CONTEXT,
  /** One researcher buys a report and asks nobody. */
  UNASKED_PURCHASE,
  /** One of the fact-checkers takes very long while all others are done. */
  SLOW_SIBLING,
  /** One fact-checker has to do the work of all. */
  ONE_CHECKER,
  /** Two researchers each hold a part of the archive that the other one needs. */
  CROSSED_LOCKS,
  /** The archive lets in one reader at a time, and each stays for seconds. */
  BUSY_ARCHIVE,
  /** A published article is handed over to be filed, and never is. */
  FORGOTTEN_FILING;

  private static final Set<Fault> OF_THE_DESK =
      EnumSet.of(NONE, FAILING_TOOL, CROSSED_LOCKS, BUSY_ARCHIVE, FORGOTTEN_FILING);

  /** As written in requests: lower case with hyphens. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is the model that misbehaves, which only the scripted model does on demand. */
  public boolean isTheModels() {
    return !OF_THE_DESK.contains(this);
  }

  /**
   * The fault of that key.
   *
   * @throws IllegalArgumentException with a message for a person if there is none
   */
  public static Fault of(String key) {
    return Arrays.stream(values())
        .filter(fault -> fault.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "fault is '%s', allowed: %s".formatted(key, allowed())));
  }

  /** Those that need no scripted model, for a message. */
  public static String ofTheDesk() {
    return keys(OF_THE_DESK.stream());
  }

  private static String allowed() {
    return keys(Arrays.stream(values()));
  }

  private static String keys(Stream<Fault> faults) {
    return faults.map(Fault::key).collect(Collectors.joining(", "));
  }
}

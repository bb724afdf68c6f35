package dev.pitwall.sample.desk.newsroom;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

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
  BAD_QUALITY;

  /** As written in requests: lower case with hyphens. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is the model that misbehaves, which only the scripted model does on demand. */
  public boolean isTheModels() {
    return this != NONE && this != FAILING_TOOL;
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

  private static String allowed() {
    return Arrays.stream(values()).map(Fault::key).collect(Collectors.joining(", "));
  }
}

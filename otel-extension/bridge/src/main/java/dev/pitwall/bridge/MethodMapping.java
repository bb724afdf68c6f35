package dev.pitwall.bridge;

import java.util.Map;

/**
 * What a call of a method of the application means, as an annotation or the operator's file says.
 *
 * @param method the method, in words for people
 * @param kind what a call is
 * @param values what is known of it, by key: texts in which expressions may stand
 */
public record MethodMapping(String method, Kind kind, Map<String, String> values) {

  public MethodMapping {
    values = Map.copyOf(values);
  }

  /** What a call of a method can be. */
  public enum Kind {
    /** A run, or a part of one. */
    WORKFLOW,
    /** An agent's invocation. */
    AGENT,
    /** Work on a task. */
    TASK,
    /** Work that is given to another. */
    HANDOFF,
    /** A check that gives a verdict. */
    GATE,
    /** A question to a person, which the method returns the answer to. */
    APPROVAL,
    /** What reaches a checkpoint when it returns. */
    MILESTONE
  }
}

package dev.pitwall.replay.record;

/** What a span of the GenAI conventions stands for in a run. */
public enum StepKind {
  WORKFLOW,
  AGENT,
  /** A supervisor that makes up its mind: its calls are its own, but no agent is invoked. */
  PLAN,
  MODEL,
  TOOL;

  /** Whether other steps happen within it on account of whoever it names. */
  public boolean isAround() {
    return this == WORKFLOW || this == AGENT || this == PLAN;
  }
}

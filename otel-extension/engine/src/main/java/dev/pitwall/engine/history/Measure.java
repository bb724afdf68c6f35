package dev.pitwall.engine.history;

/** What is measured. Durations are milliseconds. */
public enum Measure {
  /** A whole run that succeeded. */
  RUN_DURATION,
  RUN_TOKENS,
  RUN_COST,
  RUN_CALLS,
  /** An agent's invocation. */
  AGENT_DURATION,
  /** A model's call. */
  MODEL_DURATION,
  /** A tool's call. */
  TOOL_DURATION,
  /** A task of a type, from start to end. */
  TASK_DURATION,
  /** From offer to acceptance, by edge. */
  HANDOFF_ACCEPTANCE,
  /** From acceptance to the end, by edge. */
  HANDOFF_WORK
}

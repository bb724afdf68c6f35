package dev.pitwall.sample.simulator.telemetry;

import java.util.Locale;

/** How much is exported. */
public enum Coverage {
  /** All that Pitwall's extension exports: spans with its attributes, and the workflow log. */
  FULL,
  /** Spans as any framework's instrumentation would give them, prompts and answers included. */
  STANDARD_WITH_CONTENT,
  /** The same without prompts and answers, as is the default nearly everywhere. */
  STANDARD;

  /** Whether nothing but standard spans is exported. */
  public boolean isStandard() {
    return this != FULL;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

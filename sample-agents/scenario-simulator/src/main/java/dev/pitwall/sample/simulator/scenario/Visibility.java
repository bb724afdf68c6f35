package dev.pitwall.sample.simulator.scenario;

import dev.pitwall.sample.simulator.telemetry.Coverage;

/** What has to be exported for a scenario to be told from a healthy run at all. */
public enum Visibility {
  /** Standard spans tell. */
  SPANS,
  /** Standard spans tell if they carry what was asked and answered. */
  SPANS_WITH_CONTENT,
  /** Only what Pitwall's extension exports tells. */
  EXTENSION_ONLY;

  /** Whether it can be seen under a coverage. */
  public boolean in(Coverage coverage) {
    return switch (this) {
      case SPANS -> true;
      case SPANS_WITH_CONTENT -> coverage != Coverage.STANDARD;
      case EXTENSION_ONLY -> coverage == Coverage.FULL;
    };
  }
}

package dev.pitwall.engine.finding;

import java.util.Locale;

/** What can be found. */
public enum FindingType {
  LOOP;

  /** As the conventions spell it. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}

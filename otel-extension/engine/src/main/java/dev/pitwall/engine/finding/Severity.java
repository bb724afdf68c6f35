package dev.pitwall.engine.finding;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
  INFO,
  WARNING,
  CRITICAL;

  /** As the conventions spell it. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}

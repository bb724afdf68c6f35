package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How urgent an alert on a finding is: as bad as the finding, or always the same. */
public enum FindingAlertSeverity {
  FINDING,
  WARNING,
  CRITICAL;

  @JsonCreator
  static FindingAlertSeverity of(String name) {
    return Arrays.stream(values())
        .filter(severity -> severity.text().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + name + "\" is not a severity; allowed: " + allowed()));
  }

  /** As settings spell it. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String allowed() {
    return Arrays.stream(values())
        .map(FindingAlertSeverity::text)
        .collect(Collectors.joining(", "));
  }
}

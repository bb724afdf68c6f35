package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How bad a finding is, as the label says. */
public enum FindingSeverity {
  INFO,
  WARNING,
  CRITICAL;

  @JsonCreator
  static FindingSeverity of(String label) {
    return Arrays.stream(values())
        .filter(severity -> severity.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + label + "\" is not a severity; allowed: " + allowed()));
  }

  /** The value of the label. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String allowed() {
    return Arrays.stream(values()).map(FindingSeverity::label).collect(Collectors.joining(", "));
  }
}

package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** A part of a whole: more than 0, less than 1. */
public record Share(BigDecimal value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Share {
    if (value.signum() <= 0 || value.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException(
          value + " is not a share; allowed: more than 0 and less than 1, for example 0.05");
    }
  }

  /** As expressions spell it. */
  @JsonValue
  public String text() {
    return value.toPlainString();
  }
}

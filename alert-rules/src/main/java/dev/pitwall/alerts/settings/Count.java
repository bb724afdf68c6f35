package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** A number of things; at least 1. */
public record Count(BigDecimal value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Count {
    if (value.signum() <= 0 || value.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException(
          value + " is not a number of things; allowed: 1, 2, 3 and so on");
    }
  }

  /** As expressions spell it. */
  @JsonValue
  public String text() {
    return value.toBigInteger().toString();
  }
}

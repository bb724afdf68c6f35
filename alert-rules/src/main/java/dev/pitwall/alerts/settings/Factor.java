package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** How many times as much; at least 1. */
public record Factor(BigDecimal value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Factor {
    if (value.compareTo(BigDecimal.ONE) < 0) {
      throw new IllegalArgumentException(value + " is not a factor; allowed: 1 or more");
    }
  }

  /** As expressions spell it. */
  @JsonValue
  public String text() {
    return value.toPlainString();
  }
}

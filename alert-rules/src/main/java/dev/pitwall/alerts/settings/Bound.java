package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pitwall.conventions.Metric;
import java.math.BigDecimal;

/**
 * Seconds at which a bucket of a histogram ends; between two bounds a histogram knows nothing.
 * Which histogram it is says who has the setting: {@link #check}.
 */
public record Bound(BigDecimal seconds) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Bound {}

  /** As expressions spell it. */
  @JsonValue
  public String text() {
    return seconds.stripTrailingZeros().toPlainString();
  }

  /** A regular expression for the label {@code le}: 300 is also written 300.0. */
  public String le() {
    String text = text();
    return text.contains(".") ? text.replace(".", "[.]") : text + "([.]0)?";
  }

  /**
   * Refuses what is no bound of this histogram.
   *
   * @throws IllegalArgumentException with all that are allowed
   */
  void check(Metric histogram) {
    if (!histogram.buckets().contains(seconds.doubleValue())) {
      throw new IllegalArgumentException(
          "bound "
              + text()
              + " is between two buckets; allowed: "
              + histogram.buckets().stream()
                  .map(bound -> new Bound(BigDecimal.valueOf(bound)).text())
                  .toList());
    }
  }
}

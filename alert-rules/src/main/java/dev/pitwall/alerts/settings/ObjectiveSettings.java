package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.pitwall.conventions.GenAiMetrics;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of workflows over a month, and how fast it may be given away.
 *
 * @param workflows which workflows it is expected of
 * @param errors how many runs may fail
 * @param latency how many runs may take how long
 * @param minRuns below how many runs within the long window a share says nothing
 * @param burn the speeds at which somebody is told
 */
public record ObjectiveSettings(
    NamePattern workflows, Errors errors, Latency latency, Count minRuns, List<Burn> burn) {

  /** What windows of days are summed up from. */
  public static final PromDuration HOUR = new PromDuration("1h");

  private static final PromDuration DAY = new PromDuration("1d");

  public ObjectiveSettings {
    burn = List.copyOf(burn);
    for (Burn speed : burn) {
      check("errors", errors.budget(), speed);
      check("latency", latency.budget(), speed);
    }
  }

  /**
   * How many runs may fail.
   *
   * @param budget share of all runs
   */
  public record Errors(Share budget) {}

  /**
   * How many runs may be slow.
   *
   * @param bound what takes longer is slow, seconds
   * @param budget share of all runs
   */
  public record Latency(Bound bound, Share budget) {

    public Latency {
      bound.check(GenAiMetrics.WORKFLOW_DURATION);
    }
  }

  /**
   * A speed at which a budget is used up.
   *
   * @param severity how urgent it is
   * @param longWindow over which it must have lasted
   * @param shortWindow over which it must last still
   * @param factor how many times what would just use up the budget
   * @param waits for how long
   */
  public record Burn(
      AlertSeverity severity,
      @JsonProperty("long") PromDuration longWindow,
      @JsonProperty("short") PromDuration shortWindow,
      Factor factor,
      @JsonProperty("for") PromDuration waits) {

    public Burn(
        @Nullable AlertSeverity severity,
        @JsonProperty("long") @Nullable PromDuration longWindow,
        @JsonProperty("short") @Nullable PromDuration shortWindow,
        @Nullable Factor factor,
        @JsonProperty("for") @Nullable PromDuration waits) {
      this.severity = Required.key("severity", severity);
      this.longWindow = Required.key("long", longWindow);
      this.shortWindow = Required.key("short", shortWindow);
      this.factor = Required.key("factor", factor);
      this.waits = Required.key("for", waits);
      checkHours("long", this.longWindow);
      checkHours("short", this.shortWindow);
    }
  }

  /** Every window that is needed, shortest first; what others are summed up from is before them. */
  public List<PromDuration> windows() {
    return burn.stream()
        .flatMap(speed -> Stream.of(speed.shortWindow(), speed.longWindow()))
        .flatMap(window -> isSumOfHours(window) ? Stream.of(HOUR, window) : Stream.of(window))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Whether a window is summed up from what was recorded of its hours: to read days of samples each
   * time would cost most of all rules.
   */
  public static boolean isSumOfHours(PromDuration window) {
    return window.compareTo(DAY) >= 0;
  }

  private static void checkHours(String key, PromDuration window) {
    if (isSumOfHours(window) && !window.isMultipleOf(HOUR)) {
      throw new IllegalArgumentException(
          key
              + " "
              + window.text()
              + " is summed up from hours; allowed: whole hours, or less than a day");
    }
  }

  private static void check(String objective, Share budget, Burn speed) {
    BigDecimal share = budget.value().multiply(speed.factor().value());
    if (share.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException(
          "burn "
              + speed.longWindow().text()
              + " can never be reached: "
              + speed.factor().text()
              + " times "
              + objective
              + ".budget "
              + budget.text()
              + " is "
              + share.toPlainString()
              + " of all runs; allowed: less than 1");
    }
  }
}

package dev.pitwall.dashboards;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values at which a colour changes, equal to the thresholds of the alerts. Blue, orange and red
 * stay apart for colour-blind readers, and the number is always written as well.
 *
 * @param steps from the lowest up; the first has no value
 */
public record Levels(List<Step> steps) {

  /** Nothing is judged: the colour of information. */
  public static final Levels NEUTRAL = new Levels(List.of(new Step("blue", null)));

  public Levels {
    steps = List.copyOf(steps);
  }

  /** Turns orange from a value on. */
  public static Levels warningFrom(double value) {
    return NEUTRAL.then("orange", value);
  }

  private Levels then(String color, double value) {
    List<Step> more = new ArrayList<>(steps);
    more.add(new Step(color, value));
    return new Levels(more);
  }

  Map<String, Object> toJson() {
    return Map.of("mode", "absolute", "steps", steps);
  }

  /**
   * One change of colour.
   *
   * @param color a colour name of Grafana's, which fits light and dark
   * @param value where it begins, or null for the first
   */
  public record Step(String color, @Nullable Double value) {}
}

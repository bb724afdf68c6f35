package dev.pitwall.dashboards.model;

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

  /** There should be none of it. */
  public static final Levels NONE_IS_FINE = warningFrom(1);

  /** There must be none of it. */
  public static final Levels NONE_MUST_BE = badFrom(1);

  public Levels {
    steps = List.copyOf(steps);
  }

  /** Turns orange from a value on. */
  public static Levels warningFrom(double value) {
    return NEUTRAL.then("orange", value);
  }

  /** Turns red from a value on. */
  public static Levels badFrom(double value) {
    return NEUTRAL.then("red", value);
  }

  /** Is orange below a value. */
  public static Levels warningBelow(double value) {
    return new Levels(List.of(new Step("orange", null))).then("blue", value);
  }

  /** The same in a table, where what is not conspicuous has the colour of the text. */
  public Levels amongText() {
    return new Levels(
        steps.stream()
            .map(step -> step.color().equals("blue") ? new Step("text", step.value()) : step)
            .toList());
  }

  /** Whether anything is judged at all. */
  public boolean judge() {
    return steps.size() > 1;
  }

  private Levels then(String color, double value) {
    List<Step> more = new ArrayList<>(steps);
    more.add(new Step(color, value));
    return new Levels(more);
  }

  /** As Grafana reads them. */
  public Map<String, Object> toJson() {
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

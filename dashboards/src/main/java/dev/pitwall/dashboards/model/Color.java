package dev.pitwall.dashboards.model;

import java.util.Map;

/**
 * How series are coloured. No meaning is in a colour alone: it is always written as well.
 *
 * @param mode Grafana's identifier of the way
 * @param name a colour name of Grafana's, which fits light and dark; unused by palettes
 */
public record Color(String mode, String name) {

  /** One colour after the other. */
  public static final Color PALETTE = new Color("palette-classic", "blue");

  /** What is as it should be, or what nobody judges. */
  public static final Color FINE = fixed("blue");

  /** What somebody should look at. */
  public static final Color WARNING = fixed("orange");

  /** What is wrong. */
  public static final Color BAD = fixed("red");

  /** What was left out. */
  public static final Color FAINT = fixed("text");

  /** The same for all. */
  public static Color fixed(String name) {
    return new Color("fixed", name);
  }

  /** As Grafana reads it. */
  public Map<String, Object> toJson() {
    return Map.of("mode", mode, "fixedColor", name);
  }
}

package dev.pitwall.dashboards.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question and the panels that answer it, from left to right.
 *
 * @param question the row's title
 * @param height of each of its panels, in Grafana's units of 38 pixels
 * @param panels the answers; lines are broken after 24 columns
 * @param collapsed whether it is opened by the reader; until then it asks nothing
 * @param repeat the variable for each of whose values there is such a row, or null
 */
public record Row(
    String question, int height, List<Panel> panels, boolean collapsed, @Nullable String repeat) {

  public Row {
    panels = List.copyOf(panels);
  }

  /** A row that is open. */
  public Row(String question, int height, List<Panel> panels) {
    this(question, height, panels, false, null);
  }

  /** A row for those who look deeper. */
  public static Row collapsed(String question, int height, List<Panel> panels) {
    return new Row(question, height, panels, true, null);
  }

  /** A row for each value of a variable, all collapsed. */
  public static Row each(String variable, String question, int height, List<Panel> panels) {
    return new Row(question, height, panels, true, variable);
  }
}

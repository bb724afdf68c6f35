package dev.pitwall.dashboards;

import java.util.List;

/**
 * A question and the panels that answer it, from left to right.
 *
 * @param question the row's title
 * @param height of each of its panels, in Grafana's units of 38 pixels
 * @param panels the answers; lines are broken after 24 columns
 */
public record Row(String question, int height, List<Panel> panels) {

  public Row {
    panels = List.copyOf(panels);
  }
}

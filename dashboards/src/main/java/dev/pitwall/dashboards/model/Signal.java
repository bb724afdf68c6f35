package dev.pitwall.dashboards.model;

/**
 * Something that is measured, defined once and shown by any number of panels.
 *
 * @param name what a panel or column is called that shows only this
 * @param description what the value means and where it comes from, for the panel's tooltip
 * @param unit how the value is written
 * @param promql the query, with Grafana's variables in it
 * @param legend name of a series, with labels in double braces; empty where there is one series
 * @param empty what it means that there is no value
 */
public record Signal(
    String name, String description, Unit unit, String promql, String legend, String empty) {

  /** A signal of one series, or of a table's lines. */
  public static Signal single(
      String name, String description, Unit unit, String promql, String empty) {
    return new Signal(name, description, unit, promql, "", empty);
  }

  /** Whether the single observations behind it, and their traces, can be asked for. */
  public boolean hasExemplars() {
    return promql.contains("_bucket{");
  }
}

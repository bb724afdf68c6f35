package dev.pitwall.dashboards;

/** How Grafana writes a value. */
public enum Unit {
  /** A number of things, shortened to thousands and millions. */
  COUNT("short"),
  /** Seconds, written in the unit that fits. */
  SECONDS("s"),
  /** A share from 0 to 1, written in percent. */
  RATIO("percentunit"),
  /** A score from 0 to 1, written as it is. */
  SCORE("none"),
  /** Words. */
  TEXT("string");

  private final String id;

  Unit(String id) {
    this.id = id;
  }

  /** Grafana's identifier of the unit. */
  public String id() {
    return id;
  }
}

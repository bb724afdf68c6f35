package dev.pitwall.agent.settings;

import java.time.Duration;

/** The thresholds of one detector: its type heads their group and is part of every key. */
final class DetectorSection {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final SettingsTable table;
  private final String prefix;

  DetectorSection(SettingsTable table, String type) {
    this.table = table.group("Detector: " + type);
    this.prefix = "pitwall.detector." + type.replace('_', '-') + ".";
  }

  int count(String name, int byDefault, int min, int max, String unit, String description) {
    return table.count(prefix + name, byDefault, min, max, unit, description);
  }

  /** A number without a unit: a factor, a share. */
  double number(String name, double byDefault, double min, double max, String description) {
    return table.number(prefix + name, byDefault, min, max, "1", description);
  }

  /** A duration from a second to a day. */
  Duration duration(String name, Duration byDefault, String description) {
    return duration(name, byDefault, SECOND, DAY, description);
  }

  Duration duration(
      String name, Duration byDefault, Duration min, Duration max, String description) {
    return table.duration(prefix + name, byDefault, min, max, description);
  }
}

package dev.pitwall.dashboards.model;

import java.util.List;
import java.util.Map;

/** The colours of severities. */
final class Severity {

  private Severity() {}

  static List<Object> mappings() {
    return List.of(
        Map.of(
            "type",
            "value",
            "options",
            Map.of(
                "critical", Map.of("color", "red", "index", 0),
                "warning", Map.of("color", "orange", "index", 1),
                "info", Map.of("color", "blue", "index", 2))));
  }
}

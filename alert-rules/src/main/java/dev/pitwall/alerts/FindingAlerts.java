package dev.pitwall.alerts;

import dev.pitwall.alerts.settings.AlertSettings;
import dev.pitwall.alerts.settings.FindingAlertSeverity;
import dev.pitwall.alerts.settings.SettingsFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The selectors and labels of alerts on findings, by the alert's key in the settings. */
final class FindingAlerts {

  private static final String AS_FOUND = "'{{ $labels.pitwall_finding_severity }}'";

  private FindingAlerts() {}

  static Map<String, Map<String, String>> of(AlertSettings alerts) {
    Map<String, Map<String, String>> found = new HashMap<>();
    SettingsFiles.asMap(alerts)
        .forEach(
            (key, alert) -> {
              if (alert instanceof Map<?, ?> values
                  && values.get("severities") instanceof List<?> severities) {
                found.put(
                    key,
                    Map.of(
                        "severities",
                        String.join("|", severities.stream().map(Object::toString).toList()),
                        "severity",
                        label(String.valueOf(values.get("severity")))));
              }
            });
    return found;
  }

  private static String label(String severity) {
    return severity.equals(FindingAlertSeverity.FINDING.text()) ? AS_FOUND : severity;
  }
}

package dev.pitwall.alerts.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The manifest for the Prometheus operator.
 *
 * @param name of the PrometheusRule
 * @param namespace where it belongs; empty for that of the caller
 * @param labels by which the operator's Prometheus selects rules
 */
public record KubernetesSettings(
    KubernetesName name, KubernetesName namespace, Map<String, PlainText> labels) {

  public KubernetesSettings {
    if (name.text().isEmpty()) {
      throw new IllegalArgumentException("name must not be empty");
    }
    labels = Map.copyOf(new LinkedHashMap<>(labels));
    for (String label : labels.keySet()) {
      if (!label.matches("([a-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?")) {
        throw new IllegalArgumentException(
            "\"" + label + "\" is not the name of a label; allowed: release, example.com/team");
      }
    }
  }
}

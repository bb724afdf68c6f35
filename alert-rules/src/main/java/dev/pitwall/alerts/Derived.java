package dev.pitwall.alerts;

import dev.pitwall.alerts.settings.AlertmanagerSettings.Receiver;
import dev.pitwall.alerts.settings.AlertmanagerSettings.Receivers;
import dev.pitwall.alerts.settings.FindingSeverity;
import dev.pitwall.alerts.settings.Settings;
import dev.pitwall.alerts.settings.SettingsFiles;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What templates need besides the settings as written. */
final class Derived {

  private static final String OVERVIEW = "/d/pitwall-overview";
  // Without a cluster label the variable must keep its default instead of becoming empty.
  private static final String CLUSTER =
      "{{ with $labels.cluster }}&var-cluster={{ . | urlquery }}{{ end }}";

  private Derived() {}

  static Map<String, Object> from(Settings settings) {
    String matchers = settings.series().matchers().text();
    return Map.of(
        "only", matchers.isEmpty() ? "" : "{" + matchers + "}",
        "and", matchers.isEmpty() ? "" : ", " + matchers,
        "loop_severities", alternatives(settings.alerts().agentLoop().severities()),
        "traces_url",
            settings
                .links()
                .traces()
                .text()
                .replace("{run}", "{{ $labels.pitwall_run_id | urlquery }}"),
        "dashboard", dashboards(settings.links().dashboards().text() + OVERVIEW),
        "receivers", receivers(settings.alertmanager().receivers()));
  }

  private static String alternatives(List<FindingSeverity> severities) {
    return severities.stream().map(FindingSeverity::label).collect(Collectors.joining("|"));
  }

  private static Map<String, String> dashboards(String overview) {
    String job = overview + "?" + variable("job", "job");
    return Map.of(
        "overview",
        overview,
        "job",
        job + CLUSTER,
        "agent",
        overview
            + "?"
            + variable("workflow", "gen_ai_workflow_name")
            + "&"
            + variable("agent", "gen_ai_agent_name")
            + CLUSTER);
  }

  private static String variable(String variable, String label) {
    return "var-" + variable + "={{ $labels." + label + " | urlquery }}";
  }

  private static List<Map<String, Object>> receivers(Receivers receivers) {
    return List.of(
        named("team", receivers.team()),
        named("oncall", receivers.oncall()),
        named("watchdog", receivers.watchdog()));
  }

  private static Map<String, Object> named(String name, Receiver receiver) {
    Map<String, Object> values = SettingsFiles.asMap(receiver);
    values.put("name", name);
    return values;
  }
}

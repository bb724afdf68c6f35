package dev.pitwall.alerts;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses of dashboards with their variables filled in from an alert's labels. */
final class DashboardLinks {

  private static final String JOB = "var-job={{ $labels.job | urlquery }}";
  private static final String WORKFLOW = ifKnown("workflow", "gen_ai_workflow_name");
  private static final String AGENT = ifKnown("agent", "gen_ai_agent_name");
  private static final String CLUSTER = ifKnown("cluster", "cluster");

  private DashboardLinks() {}

  /** Links by what an alert is about. */
  static Map<String, String> below(String grafana) {
    return Map.of(
        "overview", grafana + "/d/pitwall-overview",
        "collector", grafana + "/d/pitwall-telemetry",
        "job", link(grafana, "telemetry"),
        "workflow", link(grafana, "workflow", WORKFLOW),
        "agent", link(grafana, "agents", WORKFLOW, AGENT),
        "handoffs", link(grafana, "handoffs", WORKFLOW),
        "quality", link(grafana, "quality", WORKFLOW, AGENT),
        "resources", link(grafana, "resources", WORKFLOW),
        "conflicts", link(grafana, "conflicts", WORKFLOW, AGENT));
  }

  private static String link(String grafana, String dashboard, String... variables) {
    return Stream.concat(Stream.of(variables), Stream.of(CLUSTER))
        .collect(Collectors.joining("", grafana + "/d/pitwall-" + dashboard + "?" + JOB, ""));
  }

  // Without the label the variable must keep its default instead of becoming empty.
  private static String ifKnown(String variable, String label) {
    return "{{ with $labels." + label + " }}&var-" + variable + "={{ . | urlquery }}{{ end }}";
  }
}

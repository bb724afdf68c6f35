package dev.pitwall.alerts;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses of dashboards with their variables filled in from an alert's labels. */
final class DashboardLinks {

  private static final String OVERVIEW = "pitwall-overview";
  private static final String JOB = "var-job={{ $labels.job | urlquery }}";
  private static final String WORKFLOW = ifKnown("workflow", "gen_ai_workflow_name");
  private static final String AGENT = ifKnown("agent", "gen_ai_agent_name");
  private static final String CLUSTER = ifKnown("cluster", "cluster");

  private DashboardLinks() {}

  /** Links by what an alert is about. */
  static Map<String, String> below(String grafana) {
    return Map.of(
        "overview", grafana + "/d/" + OVERVIEW,
        "collector", grafana + "/d/" + OVERVIEW,
        "job", link(grafana, OVERVIEW),
        "workflow", link(grafana, OVERVIEW, WORKFLOW),
        "agent", link(grafana, OVERVIEW, WORKFLOW, AGENT),
        "handoffs", link(grafana, OVERVIEW, WORKFLOW),
        "quality", link(grafana, OVERVIEW, WORKFLOW, AGENT),
        "resources", link(grafana, OVERVIEW, WORKFLOW),
        "conflicts", link(grafana, OVERVIEW, WORKFLOW, AGENT));
  }

  private static String link(String grafana, String dashboard, String... variables) {
    return Stream.concat(Stream.of(variables), Stream.of(CLUSTER))
        .collect(Collectors.joining("", grafana + "/d/" + dashboard + "?" + JOB, ""));
  }

  // Without the label the variable must keep its default instead of becoming empty.
  private static String ifKnown(String variable, String label) {
    return "{{ with $labels." + label + " }}&var-" + variable + "={{ . | urlquery }}{{ end }}";
  }
}

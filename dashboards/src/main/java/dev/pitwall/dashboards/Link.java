package dev.pitwall.dashboards;

import java.util.Map;

/**
 * Where a table's cell leads.
 *
 * @param title what the reader will see there
 * @param url the address, with Grafana's variables in it
 */
public record Link(String title, String url) {

  /** The traces of the run that the cell names, in the chosen trace store. */
  static final Link TRACES = new Link("Traces of this run", Traces.ofRun());

  /** This dashboard, narrowed to the workflow that the cell names. */
  static final Link WORKFLOW =
      narrowed("workflow", "Only this workflow", "${job:queryparam}&${agent:queryparam}");

  /** This dashboard, narrowed to the agent that the cell names. */
  static final Link AGENT =
      narrowed("agent", "Only this agent", "${job:queryparam}&${workflow:queryparam}");

  /** The runbook that the cell names. */
  static final Link RUNBOOK = new Link("What to do", "${runbooks}/${__value.raw}");

  private static Link narrowed(String variable, String title, String kept) {
    return new Link(
        title,
        "/d/"
            + Overview.UID
            + "?${__url_time_range}&${datasource:queryparam}&${traces:queryparam}"
            + "&${cluster:queryparam}&${step:queryparam}&${runbooks:queryparam}&"
            + kept
            + "&var-"
            + variable
            + "=${__value.raw:percentencode}");
  }

  Map<String, Object> toJson() {
    return Map.of("title", title, "url", url, "targetBlank", !url.startsWith("/d/"));
  }
}

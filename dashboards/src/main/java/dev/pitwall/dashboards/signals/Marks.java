package dev.pitwall.dashboards.signals;

import static dev.pitwall.dashboards.signals.Promql.begun;
import static dev.pitwall.dashboards.signals.Promql.external;
import static dev.pitwall.dashboards.signals.Promql.max;
import static dev.pitwall.dashboards.signals.Promql.select;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.conventions.Pitwall;
import java.util.List;

/**
 * What began, to be marked on every graph: how long it lasted is in the tables, and a graph that is
 * tinted all over says nothing.
 *
 * @param name what it is called
 * @param color a colour name of Grafana's
 * @param promql a query that is above zero when it begins
 * @param title what is written first, with labels in double braces
 * @param text what is written below
 */
public record Marks(String name, String color, String promql, String title, String text) {

  private static final String INFO = "target_info";

  /** All, in the order in which they can be switched off. */
  public static final List<Marks> ALL =
      List.of(
          new Marks(
              "Findings",
              "orange",
              max(
                  begun(select(Metrics.FINDING_ACTIVE) + " > 0"),
                  Pitwall.FINDING_TYPE,
                  GenAi.WORKFLOW),
              "{{pitwall_finding_type}}",
              "{{gen_ai_workflow_name}}"),
          new Marks(
              "Alerts",
              "red",
              Findings.BEGUN_TO_FIRE,
              "{{alertname}} ({{severity}})",
              "{{gen_ai_workflow_name}}"),
          // A JVM that was not there a window ago: a deployment, a restart, or one more of them.
          new Marks(
              "Deployments",
              "blue",
              "count by (job, service_version) (" + begun(external(INFO)) + ")",
              "Started: {{job}}",
              "version {{service_version}}"));
}

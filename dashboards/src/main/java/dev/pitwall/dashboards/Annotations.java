package dev.pitwall.dashboards;

import static dev.pitwall.dashboards.Promql.max;
import static dev.pitwall.dashboards.Promql.select;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.conventions.Pitwall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is marked on every graph. */
final class Annotations {

  private Annotations() {}

  static List<Map<String, Object>> all() {
    return List.of(
        annotation(
            "Findings",
            "orange",
            max(
                select(Metrics.FINDING_ACTIVE),
                Pitwall.FINDING_TYPE,
                Pitwall.FINDING_ID,
                Pitwall.FINDING_CAUSE,
                GenAi.WORKFLOW,
                GenAi.AGENT),
            "{{pitwall_finding_type}}: {{gen_ai_agent_name}}",
            "{{gen_ai_workflow_name}}, {{pitwall_finding_cause}}"),
        annotation(
            "Alerts",
            "red",
            Signals.ALERT.promql(),
            "{{alertname}} ({{severity}})",
            "{{gen_ai_workflow_name}} {{gen_ai_agent_name}}"));
  }

  private static Map<String, Object> annotation(
      String name, String color, String promql, String title, String text) {
    Map<String, Object> annotation = new HashMap<>();
    annotation.put("name", name);
    annotation.put("datasource", Variables.DATASOURCE);
    annotation.put("enable", true);
    annotation.put("hide", false);
    annotation.put("iconColor", color);
    annotation.put("expr", promql);
    annotation.put("step", "$step");
    annotation.put("titleFormat", title);
    annotation.put("textFormat", text);
    annotation.put("tagKeys", "");
    annotation.put("useValueForTime", false);
    return annotation;
  }
}

package dev.pitwall.dashboards.json;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Metrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The choices at the top of every dashboard, each narrowed by those before it. */
final class Variables {

  /** The Prometheus that every query goes to. */
  static final Map<String, Object> DATASOURCE =
      Map.of("type", "prometheus", "uid", "${datasource}");

  private static final List<String> STEPS = List.of("2s", "10s", "15s", "30s", "1m", "2m");

  private Variables() {}

  /**
   * All of them; shown are those that narrow something.
   *
   * @param queries what the dashboard's panels ask
   */
  static List<Map<String, Object>> all(List<String> queries) {
    return List.of(
        datasource("datasource", "Metrics", "prometheus", "The Prometheus with Pitwall's metrics."),
        datasource("traces", "Traces", "tempo", "The Tempo that links to traces lead to."),
        hidden(datasource("jaeger", "Jaeger", "jaeger", "The Jaeger that links lead to.")),
        hidden(datasource("logs", "Logs", "loki", "The Loki with the workflow log.")),
        labels("cluster", "Cluster", Metrics.EXTENSION_LOADED, "cluster", List.of()),
        labels("job", "Service", Metrics.EXTENSION_LOADED, "job", List.of("cluster")),
        shownIfUsed(
            queries,
            labels(
                "workflow",
                "Workflow",
                Metrics.RUNS_ACTIVE,
                GenAi.WORKFLOW.label(),
                List.of("cluster", "job"))),
        shownIfUsed(
            queries,
            labels(
                "agent",
                "Agent",
                Metrics.TOKENS_USED,
                GenAi.AGENT.label(),
                List.of("cluster", "job", "workflow"))),
        step(),
        address(
            "zipkin",
            "Zipkin",
            "Where Zipkin's own page is, if traces are kept there.",
            "https://zipkin.example.com"),
        address(
            "runbooks",
            "Runbooks",
            "Where the runbooks are published; set it to your own address.",
            "https://runbooks.example.com/pitwall"));
  }

  private static Map<String, Object> shownIfUsed(
      List<String> queries, Map<String, Object> variable) {
    String used = "\"$" + variable.get("name") + "\"";
    return queries.stream().anyMatch(query -> query.contains(used)) ? variable : hidden(variable);
  }

  private static Map<String, Object> hidden(Map<String, Object> variable) {
    variable.put("hide", 2);
    return variable;
  }

  private static Map<String, Object> datasource(
      String name, String label, String type, String description) {
    return variable(
        name,
        "datasource",
        label,
        description,
        Map.of(
            "query", type, "regex", "", "includeAll", false, "multi", false, "options", List.of()));
  }

  private static Map<String, Object> labels(
      String name, String label, Metric metric, String values, List<String> narrowedBy) {
    String matchers = String.join(", ", narrowedBy.stream().map(Variables::matcher).toList());
    String selector = metric.prometheusName() + (matchers.isEmpty() ? "" : "{" + matchers + "}");
    Map<String, Object> rest = new HashMap<>();
    String query = "label_values(" + selector + ", " + values + ")";
    rest.put("datasource", DATASOURCE);
    rest.put("definition", query);
    rest.put("query", Map.of("query", query, "refId", "variable-" + name));
    rest.put("refresh", 2);
    rest.put("sort", 1);
    rest.put("multi", true);
    rest.put("includeAll", true);
    rest.put("allValue", ".*");
    rest.put("regex", "");
    rest.put("options", List.of());
    rest.put(
        "current", Map.of("selected", true, "text", List.of("All"), "value", List.of("$__all")));
    return variable(name, "query", label, "All, or one or more of those that have reported.", rest);
  }

  private static String matcher(String variable) {
    String label = variable.equals("workflow") ? GenAi.WORKFLOW.label() : variable;
    return label + "=~\"$" + variable + "\"";
  }

  private static Map<String, Object> step() {
    List<Object> options = new ArrayList<>();
    for (String step : STEPS) {
      options.add(Map.of("text", step, "value", step, "selected", step.equals("1m")));
    }
    return variable(
        "step",
        "custom",
        "Export interval",
        "How often the services export their metrics. Rates are taken over four of these; a shorter"
            + " one than the real interval gives gaps.",
        Map.of(
            "query",
            String.join(",", STEPS),
            "options",
            options,
            "includeAll",
            false,
            "multi",
            false,
            "current",
            Map.of("selected", true, "text", "1m", "value", "1m")));
  }

  /** Filled in once, by whoever imports the dashboards, and no choice for a reader. */
  private static Map<String, Object> address(
      String name, String label, String description, String placeholder) {
    return hidden(
        variable(
            name,
            "textbox",
            label,
            description,
            Map.of(
                "query",
                placeholder,
                "options",
                List.of(),
                "current",
                Map.of("selected", true, "text", placeholder, "value", placeholder))));
  }

  private static Map<String, Object> variable(
      String name, String type, String label, String description, Map<String, Object> rest) {
    Map<String, Object> variable = new HashMap<>();
    variable.put("name", name);
    variable.put("type", type);
    variable.put("label", label);
    variable.put("description", description);
    variable.put("hide", 0);
    variable.put("skipUrlSync", false);
    variable.putAll(rest);
    return variable;
  }
}

package dev.pitwall.dashboards.json;

import dev.pitwall.dashboards.model.Panel.Graph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a graph into Grafana's JSON. */
final class GraphJson {

  private GraphJson() {}

  static Map<String, Object> of(Graph graph) {
    Map<String, Object> defaults = PanelJson.defaults(graph.signals().get(0));
    defaults.put("color", graph.color().toJson());
    defaults.put("custom", lines(graph));
    if (graph.unit().isShare()) {
      defaults.put("min", 0);
      defaults.put("max", 1);
    }
    if (graph.levels().judge()) {
      defaults.put("thresholds", graph.levels().toJson());
    }
    List<Map<String, Object>> targets = new ArrayList<>();
    graph
        .signals()
        .forEach(
            signal ->
                targets.add(
                    Targets.overTime(
                        signal, Targets.REF_IDS.substring(targets.size(), targets.size() + 1))));
    return PanelJson.panel(
        "timeseries", options(graph), defaults, PanelJson.painted(graph.paints()), targets);
  }

  private static Map<String, Object> lines(Graph graph) {
    Map<String, Object> custom = new HashMap<>();
    custom.put("drawStyle", "line");
    custom.put("lineInterpolation", "linear");
    custom.put("lineWidth", 2);
    custom.put("fillOpacity", 0);
    custom.put("showPoints", "auto");
    custom.put("pointSize", 5);
    custom.put("spanNulls", false);
    // Soft, so that a slack below zero is still drawn.
    custom.put("axisSoftMin", 0);
    if (graph.levels().judge()) {
      custom.put("thresholdsStyle", Map.of("mode", "dashed"));
    }
    return custom;
  }

  private static Map<String, Object> options(Graph graph) {
    return Map.of(
        "legend",
        Map.of(
            "showLegend",
            graph.names(),
            "displayMode",
            "list",
            "placement",
            "bottom",
            "calcs",
            List.of()),
        "tooltip",
        Map.of("mode", "multi", "sort", "desc"));
  }
}

package dev.pitwall.dashboards;

import dev.pitwall.dashboards.Panel.Bars;
import dev.pitwall.dashboards.Panel.Graph;
import dev.pitwall.dashboards.Panel.Stat;
import dev.pitwall.dashboards.Panel.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a panel into Grafana's JSON, all but its place. */
final class PanelJson {

  private PanelJson() {}

  static Map<String, Object> of(Panel panel) {
    Map<String, Object> json = new HashMap<>(body(panel));
    json.put("title", panel.title());
    json.put("description", panel.description());
    json.put("datasource", Variables.DATASOURCE);
    return json;
  }

  // A chain and not a switch over types: that is final only after Java 17.
  private static Map<String, Object> body(Panel panel) {
    if (panel instanceof Stat stat) {
      return stat(stat);
    }
    if (panel instanceof Graph graph) {
      return graph(graph);
    }
    if (panel instanceof Bars bars) {
      return bars(bars);
    }
    return TableJson.of((Table) panel);
  }

  private static Map<String, Object> stat(Stat stat) {
    Map<String, Object> options = new HashMap<>();
    options.put("reduceOptions", latest());
    options.put("colorMode", "value");
    options.put("graphMode", "none");
    options.put("justifyMode", "center");
    options.put("textMode", "value");
    options.put("orientation", "auto");
    options.put("wideLayout", true);
    options.put("showPercentChange", false);
    options.put("percentChangeColorMode", "standard");
    Map<String, Object> defaults = defaults(stat.signal());
    defaults.put("color", Map.of("mode", "thresholds"));
    defaults.put("thresholds", stat.levels().toJson());
    return panel("stat", options, defaults, List.of(), List.of(now(stat.signal(), "A")));
  }

  private static Map<String, Object> graph(Graph graph) {
    Map<String, Object> custom = new HashMap<>();
    custom.put("drawStyle", "line");
    custom.put("lineInterpolation", "linear");
    custom.put("lineWidth", 2);
    custom.put("fillOpacity", 0);
    custom.put("showPoints", "auto");
    custom.put("pointSize", 5);
    custom.put("spanNulls", false);
    custom.put("axisSoftMin", 0);
    Map<String, Object> defaults = defaults(graph.signal());
    defaults.put("color", graph.color().toJson());
    defaults.put("min", 0);
    if (graph.signal().unit() == Unit.SCORE) {
      defaults.put("max", 1);
    }
    defaults.put("custom", custom);
    Map<String, Object> options =
        Map.of(
            "legend",
            Map.of(
                "showLegend",
                true,
                "displayMode",
                "list",
                "placement",
                "bottom",
                "calcs",
                List.of()),
            "tooltip",
            Map.of("mode", "multi", "sort", "desc"));
    return panel("timeseries", options, defaults, List.of(), List.of(overTime(graph.signal())));
  }

  private static Map<String, Object> bars(Bars bars) {
    Map<String, Object> options = new HashMap<>();
    options.put("reduceOptions", latest());
    options.put("displayMode", "basic");
    options.put("orientation", "horizontal");
    options.put("valueMode", "text");
    options.put("namePlacement", "top");
    options.put("text", Map.of("titleSize", 12, "valueSize", 13));
    options.put("showUnfilled", false);
    options.put("sizing", "auto");
    options.put("minVizHeight", 32);
    options.put("minVizWidth", 8);
    options.put("maxVizHeight", 48);
    options.put(
        "legend",
        Map.of(
            "showLegend", false, "displayMode", "list", "placement", "bottom", "calcs", List.of()));
    Map<String, Object> defaults = defaults(bars.signal());
    defaults.put("min", 0);
    defaults.put("color", Color.fixed("blue").toJson());
    List<Object> overrides = new ArrayList<>();
    bars.paints()
        .forEach(
            paint ->
                overrides.add(
                    Map.of(
                        "matcher",
                        Map.of("id", "byRegexp", "options", paint.pattern()),
                        "properties",
                        List.of(Map.of("id", "color", "value", paint.color().toJson())))));
    return panel("bargauge", options, defaults, overrides, List.of(now(bars.signal(), "A")));
  }

  static Map<String, Object> panel(
      String type,
      Map<String, Object> options,
      Map<String, Object> defaults,
      List<Object> overrides,
      List<Map<String, Object>> targets) {
    return Map.of(
        "type", type,
        "options", options,
        "fieldConfig", Map.of("defaults", defaults, "overrides", overrides),
        "targets", targets);
  }

  static Map<String, Object> now(Signal signal, String refId) {
    return target(signal, refId, true);
  }

  private static Map<String, Object> overTime(Signal signal) {
    return target(signal, "A", false);
  }

  private static Map<String, Object> target(Signal signal, String refId, boolean instant) {
    Map<String, Object> target = new HashMap<>();
    target.put("refId", refId);
    target.put("datasource", Variables.DATASOURCE);
    target.put("editorMode", "code");
    target.put("expr", signal.promql());
    target.put("instant", instant);
    target.put("range", !instant);
    target.put("interval", "$step");
    target.put("legendFormat", signal.legend().isEmpty() ? signal.name() : signal.legend());
    return target;
  }

  private static Map<String, Object> defaults(Signal signal) {
    Map<String, Object> defaults = new HashMap<>();
    defaults.put("unit", signal.unit().id());
    defaults.put("noValue", signal.empty());
    signal.unit().decimals().ifPresent(digits -> defaults.put("decimals", digits));
    return defaults;
  }

  private static Map<String, Object> latest() {
    return Map.of("calcs", List.of("lastNotNull"), "fields", "", "values", false);
  }
}

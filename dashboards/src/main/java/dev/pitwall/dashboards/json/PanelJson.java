package dev.pitwall.dashboards.json;

import dev.pitwall.dashboards.model.Color;
import dev.pitwall.dashboards.model.Paint;
import dev.pitwall.dashboards.model.Panel;
import dev.pitwall.dashboards.model.Panel.Bars;
import dev.pitwall.dashboards.model.Panel.Graph;
import dev.pitwall.dashboards.model.Panel.Matrix;
import dev.pitwall.dashboards.model.Panel.Stat;
import dev.pitwall.dashboards.model.Panel.Table;
import dev.pitwall.dashboards.model.Signal;
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
      return GraphJson.of(graph);
    }
    if (panel instanceof Bars bars) {
      return bars(bars);
    }
    if (panel instanceof Matrix matrix) {
      return MatrixJson.of(matrix);
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
    Map<String, Object> defaults = defaults(stat.signal());
    defaults.put("color", Map.of("mode", "thresholds"));
    defaults.put("thresholds", stat.levels().toJson());
    defaults.put("mappings", stat.words().toJson());
    if (stat.link() != null) {
      defaults.put("links", List.of(stat.link().toJson()));
    }
    return panel("stat", options, defaults, List.of(), List.of(Targets.now(stat.signal(), "A")));
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
    Map<String, Object> defaults = defaults(bars.signal());
    defaults.put("min", 0);
    defaults.put("color", Color.FINE.toJson());
    return panel(
        "bargauge",
        options,
        defaults,
        painted(bars.paints()),
        List.of(Targets.now(bars.signal(), "A")));
  }

  static List<Object> painted(List<Paint> paints) {
    return paints.stream().map(PanelJson::painted).toList();
  }

  private static Object painted(Paint paint) {
    return Map.of(
        "matcher",
        Map.of("id", "byRegexp", "options", paint.pattern()),
        "properties",
        List.of(Map.of("id", "color", "value", paint.color().toJson())));
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

  static Map<String, Object> defaults(Signal signal) {
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

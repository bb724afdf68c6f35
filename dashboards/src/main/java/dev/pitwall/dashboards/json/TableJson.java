package dev.pitwall.dashboards.json;

import dev.pitwall.dashboards.model.Column;
import dev.pitwall.dashboards.model.Panel.Table;
import dev.pitwall.dashboards.model.Signal;
import dev.pitwall.dashboards.model.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a table into Grafana's JSON: one query for each value, joined by their labels. */
final class TableJson {

  private TableJson() {}

  static Map<String, Object> of(Table table) {
    List<Signal> signals = table.signals();
    List<Map<String, Object>> targets = new ArrayList<>();
    for (Signal signal : signals) {
      Map<String, Object> target =
          Targets.now(signal, Targets.REF_IDS.substring(targets.size(), targets.size() + 1));
      target.put("format", "table");
      targets.add(target);
    }
    Map<String, Object> defaults = new HashMap<>();
    defaults.put("noValue", table.empty());
    defaults.put("unit", Unit.TEXT.id());
    defaults.put("custom", Map.of("align", "auto", "cellOptions", Map.of("type", "auto")));
    Map<String, Object> options = new HashMap<>();
    options.put("showHeader", true);
    options.put("cellHeight", "sm");
    options.put("frameIndex", 0);
    options.put("sortBy", largestFirst(table));
    Map<String, Object> json =
        new HashMap<>(PanelJson.panel("table", options, defaults, overrides(table), targets));
    json.put("transformations", transformations(table, signals.size()));
    return json;
  }

  private static List<Object> largestFirst(Table table) {
    return table.columns().stream()
        .filter(Column.Value.class::isInstance)
        .limit(1)
        .<Object>map(first -> Map.of("displayName", first.title(), "desc", true))
        .toList();
  }

  private static List<Object> transformations(Table table, int queries) {
    Map<String, Object> index = new HashMap<>();
    Map<String, Object> names = new HashMap<>();
    Map<String, Object> hidden = new HashMap<>();
    hidden.put("Time", true);
    int values = 0;
    int position = 0;
    for (Column column : table.columns()) {
      String field =
          column instanceof Column.Label label ? label.label() : valueField(queries, values++);
      names.put(field, column.title());
      index.put(field, position++);
    }
    if (values == 0) {
      hidden.put("Value", true);
    }
    List<Object> steps = new ArrayList<>();
    if (queries > 1) {
      steps.add(Map.of("id", "merge", "options", Map.of()));
    }
    steps.add(
        Map.of(
            "id",
            "organize",
            "options",
            Map.of("excludeByName", hidden, "indexByName", index, "renameByName", names)));
    return steps;
  }

  // Grafana tells the values of several queries apart by the query's letter, and only then.
  private static String valueField(int queries, int index) {
    return queries == 1 ? "Value" : "Value #" + Targets.REF_IDS.charAt(index);
  }

  private static List<Object> overrides(Table table) {
    List<Object> overrides = new ArrayList<>();
    for (Column column : table.columns()) {
      List<Object> properties = new ArrayList<>();
      column.style().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(style -> properties.add(property(style.getKey(), style.getValue())));
      if (column.width() > 0) {
        properties.add(property("custom.width", column.width()));
      }
      overrides.add(
          Map.of(
              "matcher",
              Map.of("id", "byName", "options", column.title()),
              "properties",
              properties));
    }
    return overrides;
  }

  private static Map<String, Object> property(String id, Object value) {
    return Map.of("id", id, "value", value);
  }
}

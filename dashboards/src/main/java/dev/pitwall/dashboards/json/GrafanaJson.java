package dev.pitwall.dashboards.json;

import dev.pitwall.dashboards.model.Dashboard;
import dev.pitwall.dashboards.model.Panel;
import dev.pitwall.dashboards.model.Row;
import dev.pitwall.dashboards.model.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a dashboard into Grafana's classic JSON, which Grafana 11 to 13 read. */
public final class GrafanaJson {

  /** That of Grafana 11.0: a newer server brings it up by itself, an older form exists for none. */
  private static final int SCHEMA_VERSION = 39;

  private static final int COLUMNS = 24;
  private static final String TAG = "pitwall";

  private final List<Object> panels = new ArrayList<>();
  private int id;
  private int y;

  private GrafanaJson() {}

  /** The dashboard as maps, lists, texts and numbers. */
  public static Map<String, Object> of(Dashboard dashboard) {
    GrafanaJson json = new GrafanaJson();
    dashboard.rows().forEach(json::add);
    Map<String, Object> all = new HashMap<>();
    all.put("uid", dashboard.uid());
    all.put("title", dashboard.title());
    all.put("description", dashboard.description());
    all.put("tags", List.of(TAG, "multi-agent"));
    all.put("schemaVersion", SCHEMA_VERSION);
    all.put("version", 1);
    all.put("editable", false);
    all.put("graphTooltip", 1);
    all.put("timezone", "browser");
    all.put("refresh", "30s");
    all.put("time", Map.of("from", dashboard.from(), "to", "now"));
    all.put("timepicker", Map.of("refresh_intervals", List.of("5s", "10s", "30s", "1m", "5m")));
    all.put("links", List.of(toTheOthers()));
    all.put("annotations", Map.of("list", Annotations.all()));
    all.put("templating", Map.of("list", Variables.all(queries(dashboard))));
    all.put("panels", json.panels);
    return all;
  }

  private static List<String> queries(Dashboard dashboard) {
    return dashboard.rows().stream()
        .flatMap(row -> row.panels().stream())
        .flatMap(panel -> panel.signals().stream())
        .map(Signal::promql)
        .toList();
  }

  /** One menu with every dashboard of the set, which hands on what is chosen here. */
  private static Map<String, Object> toTheOthers() {
    Map<String, Object> link = new HashMap<>();
    link.put("type", "dashboards");
    link.put("title", "Pitwall");
    link.put("tags", List.of(TAG));
    link.put("asDropdown", true);
    link.put("includeVars", true);
    link.put("keepTime", true);
    link.put("targetBlank", false);
    link.put("icon", "external link");
    link.put("tooltip", "The other dashboards, with the same choices");
    link.put("url", "");
    return link;
  }

  // Grafana keeps the panels of a closed row inside it and those of an open one behind it.
  private void add(Row row) {
    Map<String, Object> json = new HashMap<>();
    json.put("id", ++id);
    json.put("type", "row");
    json.put("title", row.question());
    json.put("collapsed", row.collapsed());
    json.put("gridPos", position(0, COLUMNS, 1));
    if (row.repeat() != null) {
      json.put("repeat", row.repeat());
    }
    panels.add(json);
    int top = ++y;
    List<Object> inside = panels(row);
    json.put("panels", row.collapsed() ? inside : List.of());
    if (row.collapsed()) {
      y = top;
    } else {
      panels.addAll(inside);
    }
  }

  private List<Object> panels(Row row) {
    List<Object> placed = new ArrayList<>();
    int x = 0;
    for (Panel panel : row.panels()) {
      if (x + panel.width() > COLUMNS) {
        x = 0;
        y += row.height();
      }
      Map<String, Object> json = new HashMap<>(PanelJson.of(panel));
      json.put("id", ++id);
      json.put("gridPos", position(x, panel.width(), row.height()));
      placed.add(json);
      x += panel.width();
    }
    y += row.height();
    return placed;
  }

  private Map<String, Object> position(int x, int width, int height) {
    return Map.of("x", x, "y", y, "w", width, "h", height);
  }
}

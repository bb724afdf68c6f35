package dev.pitwall.dashboards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a dashboard into Grafana's classic JSON, which Grafana 11 to 13 read. */
final class GrafanaJson {

  private static final int COLUMNS = 24;

  private final List<Object> panels = new ArrayList<>();
  private int y;

  private GrafanaJson() {}

  static Map<String, Object> of(Dashboard dashboard) {
    GrafanaJson json = new GrafanaJson();
    dashboard.rows().forEach(json::add);
    Map<String, Object> all = new HashMap<>();
    all.put("uid", dashboard.uid());
    all.put("title", dashboard.title());
    all.put("description", dashboard.description());
    all.put("tags", List.of("pitwall", "multi-agent"));
    all.put("schemaVersion", 41);
    all.put("version", 1);
    all.put("editable", false);
    all.put("graphTooltip", 1);
    all.put("timezone", "browser");
    all.put("refresh", "30s");
    all.put("time", Map.of("from", dashboard.from(), "to", "now"));
    all.put("timepicker", Map.of("refresh_intervals", List.of("5s", "10s", "30s", "1m", "5m")));
    all.put("links", List.of());
    all.put("annotations", Map.of("list", Annotations.all()));
    all.put("templating", Map.of("list", Variables.all()));
    all.put("panels", json.panels);
    return all;
  }

  private void add(Row row) {
    panels.add(
        Map.of(
            "id",
            panels.size() + 1,
            "type",
            "row",
            "title",
            row.question(),
            "collapsed",
            false,
            "panels",
            List.of(),
            "gridPos",
            position(0, COLUMNS, 1)));
    y++;
    int x = 0;
    for (Panel panel : row.panels()) {
      if (x + panel.width() > COLUMNS) {
        x = 0;
        y += row.height();
      }
      Map<String, Object> json = new HashMap<>(PanelJson.of(panel));
      json.put("id", panels.size() + 1);
      json.put("gridPos", position(x, panel.width(), row.height()));
      panels.add(json);
      x += panel.width();
    }
    y += row.height();
  }

  private Map<String, Object> position(int x, int width, int height) {
    return Map.of("x", x, "y", y, "w", width, "h", height);
  }
}

package dev.pitwall.dashboards.json;

import dev.pitwall.dashboards.model.Panel.Matrix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a matrix into Grafana's JSON: a table of which one label has become the columns. */
final class MatrixJson {

  private MatrixJson() {}

  static Map<String, Object> of(Matrix matrix) {
    Map<String, Object> defaults = PanelJson.defaults(matrix.signal());
    // Blue on either background; how dark it is says how much.
    defaults.put("color", Map.of("mode", "continuous-blues"));
    defaults.put(
        "custom",
        Map.of(
            "minWidth",
            60,
            "align",
            "auto",
            "cellOptions",
            Map.of("type", "color-background", "mode", "basic")));
    // Grafana names the corner after both labels.
    String field = matrix.down().label() + "\\" + matrix.across().label();
    List<Object> overrides =
        List.of(
            Map.of(
                "matcher",
                Map.of("id", "byType", "options", "number"),
                "properties",
                List.of(Map.of("id", "noValue", "value", "–"))),
            Map.of(
                "matcher",
                Map.of("id", "byName", "options", field),
                "properties",
                List.of(
                    Map.of("id", "displayName", "value", matrix.corner()),
                    Map.of("id", "unit", "value", "string"),
                    Map.of("id", "custom.cellOptions", "value", Map.of("type", "auto")))));
    Map<String, Object> target = Targets.now(matrix.signal(), "A");
    target.put("format", "table");
    Map<String, Object> json =
        new HashMap<>(
            PanelJson.panel(
                "table",
                Map.of("showHeader", true, "cellHeight", "sm", "frameIndex", 0),
                defaults,
                overrides,
                List.of(target)));
    json.put(
        "transformations",
        List.of(
            Map.of(
                "id",
                "groupingToMatrix",
                "options",
                Map.of(
                    "rowField",
                    matrix.down().label(),
                    "columnField",
                    matrix.across().label(),
                    "valueField",
                    "Value",
                    "emptyValue",
                    "null"))));
    return json;
  }
}

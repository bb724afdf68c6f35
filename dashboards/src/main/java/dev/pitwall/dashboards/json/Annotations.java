package dev.pitwall.dashboards.json;

import dev.pitwall.dashboards.signals.Marks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is marked on every graph. */
final class Annotations {

  private Annotations() {}

  static List<Map<String, Object>> all() {
    return Marks.ALL.stream().map(Annotations::of).toList();
  }

  private static Map<String, Object> of(Marks mark) {
    Map<String, Object> annotation = new HashMap<>();
    annotation.put("name", mark.name());
    annotation.put("datasource", Variables.DATASOURCE);
    annotation.put("enable", true);
    annotation.put("hide", false);
    annotation.put("iconColor", mark.color());
    annotation.put("expr", mark.promql());
    annotation.put("step", "$step");
    annotation.put("titleFormat", mark.title());
    annotation.put("textFormat", mark.text());
    annotation.put("tagKeys", "");
    annotation.put("useValueForTime", false);
    return annotation;
  }
}

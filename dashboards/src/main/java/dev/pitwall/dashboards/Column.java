package dev.pitwall.dashboards;

import dev.pitwall.conventions.Attribute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A column of a table. */
public sealed interface Column {

  /** What stands above it. */
  String title();

  /** Its width in pixels; 0 takes what is left. */
  int width();

  /** What Grafana must know to draw it, besides title and width. */
  Map<String, Object> style();

  /** A column with a label of the series. */
  static Label label(Attribute attribute, String title, int width) {
    return new Label(attribute.label(), title, width, null, false);
  }

  /**
   * A column with the text of a label.
   *
   * @param label the Prometheus label
   * @param link where each cell leads, or null
   * @param severity whether its values are severities, which have colours
   */
  record Label(String label, String title, int width, @Nullable Link link, boolean severity)
      implements Column {

    Label linked(Link target) {
      return new Label(label, title, width, target, severity);
    }

    @Override
    public Map<String, Object> style() {
      Map<String, Object> style = new HashMap<>();
      style.put("unit", Unit.TEXT.id());
      if (link != null) {
        style.put("links", List.of(link.toJson()));
      }
      if (severity) {
        style.put("mappings", Severity.mappings());
        style.put("custom.cellOptions", Map.of("type", "color-text"));
      }
      return style;
    }
  }

  /**
   * A column with the value of a signal.
   *
   * @param signal the signal, of which the title is the name
   * @param bar whether the value is drawn as a bar as well
   * @param levels the values at which the colour changes
   */
  record Value(Signal signal, int width, boolean bar, Levels levels) implements Column {

    static Value of(Signal signal, int width) {
      return new Value(signal, width, false, Levels.NEUTRAL);
    }

    static Value bar(Signal signal, int width) {
      return new Value(signal, width, true, Levels.NEUTRAL);
    }

    @Override
    public String title() {
      return signal.name();
    }

    @Override
    public Map<String, Object> style() {
      Map<String, Object> style = new HashMap<>();
      style.put("unit", signal.unit().id());
      style.put("noValue", "–");
      signal.unit().decimals().ifPresent(digits -> style.put("decimals", digits));
      if (signal.unit() == Unit.RATIO) {
        style.put("min", 0);
        style.put("max", 1);
      }
      if (bar) {
        style.put("custom.cellOptions", Map.of("type", "gauge", "mode", "basic"));
        style.put("thresholds", levels.toJson());
      }
      return style;
    }
  }
}

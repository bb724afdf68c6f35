package dev.pitwall.dashboards.model;

import dev.pitwall.conventions.Attribute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    return label(attribute.label(), title, width);
  }

  /** A column with a label that is no attribute of the conventions, such as {@code job}. */
  static Label label(String label, String title, int width) {
    return new Label(label, title, width, List.of(), false);
  }

  /** A column with severities, which have colours. */
  static Label severity(String label) {
    return new Label(label, "Severity", 90, List.of(), true);
  }

  /**
   * A column with the text of a label.
   *
   * @param label the Prometheus label
   * @param links where each cell leads; with several the reader chooses
   * @param isSeverity whether its values are severities, which have colours
   */
  record Label(String label, String title, int width, List<Link> links, boolean isSeverity)
      implements Column {

    public Label {
      links = List.copyOf(links);
    }

    public Label linked(Link... to) {
      return linked(List.of(to));
    }

    public Label linked(List<Link> to) {
      return new Label(label, title, width, to, isSeverity);
    }

    @Override
    public Map<String, Object> style() {
      Map<String, Object> style = new HashMap<>();
      style.put("unit", Unit.TEXT.id());
      style.put("noValue", "–");
      if (!links.isEmpty()) {
        style.put("links", links.stream().map(Link::toJson).toList());
      }
      if (isSeverity) {
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

    /** Of nothing no colour says anything. */
    private static final List<Object> NOTHING =
        List.of(
            Map.of(
                "type",
                "special",
                "options",
                Map.of(
                    "match", "null", "result", Map.of("text", "–", "color", "text", "index", 0))));

    public static Value of(Signal signal, int width) {
      return new Value(signal, width, false, Levels.NEUTRAL);
    }

    public static Value bar(Signal signal, int width) {
      return new Value(signal, width, true, Levels.NEUTRAL);
    }

    public Value judged(Levels by) {
      return new Value(signal, width, bar, by);
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
      if (signal.unit().isShare()) {
        style.put("min", 0);
        style.put("max", 1);
      }
      if (bar) {
        style.put("custom.cellOptions", Map.of("type", "gauge", "mode", "basic"));
      } else if (levels.judge()) {
        style.put("custom.cellOptions", Map.of("type", "color-text"));
      }
      if (bar || levels.judge()) {
        style.put("color", Map.of("mode", "thresholds"));
        style.put("thresholds", (bar ? levels : levels.amongText()).toJson());
        style.put("mappings", NOTHING);
      }
      return style;
    }
  }
}

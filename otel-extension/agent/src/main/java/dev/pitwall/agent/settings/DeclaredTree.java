package dev.pitwall.agent.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds in a declarative file what concerns us, as keys and values. */
final class DeclaredTree {

  private static final int DEFAULT_INTERVAL = 60_000;

  private DeclaredTree() {}

  /**
   * Our part of the file, names joined by dots, lists by commas, without what has no value; and the
   * longest export interval, under the name of its property.
   */
  static Map<String, String> settings(Map<String, ?> file) {
    Map<String, String> values = new TreeMap<>();
    put(values, "pitwall", at(file, "instrumentation/development", "java", "pitwall"));
    if (at(file, "meter_provider", "readers") instanceof List<?> readers) {
      readers.stream()
          .filter(reader -> at(reader, "periodic") != null)
          .map(reader -> at(reader, "periodic", "interval"))
          .mapToInt(
              interval -> interval instanceof Number given ? given.intValue() : DEFAULT_INTERVAL)
          .max()
          .ifPresent(max -> values.put("otel.metric.export.interval", String.valueOf(max)));
    }
    return values;
  }

  private static @Nullable Object at(@Nullable Object node, String... path) {
    Object found = node;
    for (String name : path) {
      found = found instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return found;
  }

  private static void put(Map<String, String> values, String name, @Nullable Object node) {
    if (node instanceof Map<?, ?> children) {
      children.forEach((child, value) -> put(values, name + "." + child, value));
    } else if (node instanceof List<?> items) {
      values.put(name, items.stream().map(String::valueOf).collect(Collectors.joining(",")));
    } else if (node != null) {
      values.put(name, node.toString());
    }
  }
}

package dev.pitwall.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An entry as one line of JSON: what a person greps and {@code jq} reads. */
public final class EntryJson {

  private EntryJson() {}

  /** The line, without its end. */
  public static String line(Entry entry) {
    StringBuilder json = new StringBuilder(256).append('{');
    field(json, "time", Instant.ofEpochMilli(entry.at()).toString());
    json.append(',');
    field(json, "event", entry.event());
    if (!entry.run().isEmpty()) {
      json.append(',');
      field(json, "pitwall.run.id", entry.run());
      json.append(',');
      field(json, "gen_ai.workflow.name", entry.workflow());
    }
    for (Map.Entry<String, Object> attribute : new TreeMap<>(entry.attributes()).entrySet()) {
      json.append(',');
      field(json, attribute.getKey(), attribute.getValue());
    }
    return json.append('}').toString();
  }

  private static void field(StringBuilder json, String name, Object value) {
    text(json, name);
    json.append(':');
    value(json, value);
  }

  private static void value(StringBuilder json, Object value) {
    if (value instanceof List<?> list) {
      json.append('[');
      for (int i = 0; i < list.size(); i++) {
        if (i > 0) {
          json.append(',');
        }
        value(json, list.get(i));
      }
      json.append(']');
    } else if (value instanceof Boolean || value instanceof Long || isFinite(value)) {
      json.append(value);
    } else {
      text(json, String.valueOf(value));
    }
  }

  private static boolean isFinite(Object value) {
    return value instanceof Double number && Double.isFinite(number);
  }

  private static void text(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < ' ' || Character.isSurrogate(c)) {
            json.append("\\u%04x".formatted((int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}

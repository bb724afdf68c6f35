package dev.pitwall.replay.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.Event;
import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists of attributes as values, of which only those with a name in our conventions are kept. */
final class Attributes {

  static final String EVENT_NAME = "event.name";

  private static final Words<String> KNOWN = new Words<>(known());

  private Attributes() {}

  private static Map<String, String> known() {
    Map<String, String> names = new HashMap<>();
    for (Event event : Events.all()) {
      for (Attribute attribute : event.attributes()) {
        names.put(attribute.name(), attribute.name());
      }
    }
    for (Attribute attribute : List.of(Pitwall.RUN_ID, GenAi.WORKFLOW, Pitwall.EVENT_SEQUENCE)) {
      names.put(attribute.name(), attribute.name());
    }
    names.put(EVENT_NAME, EVENT_NAME);
    return names;
  }

  /** Reads the list at which the parser is. */
  static void read(JsonParser json, Names names, Map<String, Object> into) throws IOException {
    read(json, KNOWN, names, into);
  }

  /** The same of other names. */
  static void read(JsonParser json, Words<String> wanted, Names names, Map<String, Object> into)
      throws IOException {
    each(
        json,
        wanted,
        key -> {
          Object value = value(json, names);
          if (value != null) {
            into.put(key, value);
          }
        });
  }

  /** The text of one attribute of the list at which the parser is, or null. */
  static @Nullable String text(JsonParser json, Words<String> wanted, Names names)
      throws IOException {
    String[] found = new String[1];
    each(
        json,
        wanted,
        key -> {
          if (value(json, names) instanceof String text) {
            found[0] = text;
          }
        });
    return found[0];
  }

  /** Finds one name. */
  static Words<String> only(String name) {
    return new Words<>(Map.of(name, name));
  }

  private interface Taker {
    void take(String key) throws IOException;
  }

  private static void each(JsonParser json, Words<String> wanted, Taker taker) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        json.skipChildren();
        continue;
      }
      String name = null;
      while (json.nextToken() != JsonToken.END_OBJECT) {
        boolean key = json.currentName().equals("key");
        json.nextToken();
        if (key) {
          name = wanted.find(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        } else if (name != null && json.currentToken() == JsonToken.START_OBJECT) {
          taker.take(name);
        }
        json.skipChildren();
      }
    }
  }

  /** The value at whose beginning the parser is; null if it is of a kind that no entry has. */
  private static @Nullable Object value(JsonParser json, Names names) throws IOException {
    Object value = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String type = json.currentName();
      json.nextToken();
      switch (type) {
        case "stringValue" -> value = names.read(json);
        case "intValue" -> value = Numbers.whole(json);
        case "doubleValue" -> value = decimal(json);
        case "boolValue" -> value = json.getBooleanValue();
        case "arrayValue" -> value = list(json, names);
        default -> {}
      }
      json.skipChildren();
    }
    return value;
  }

  private static double decimal(JsonParser json) throws IOException {
    return json.currentToken() == JsonToken.VALUE_STRING
        ? switch (json.getText()) {
          case "Infinity" -> Double.POSITIVE_INFINITY;
          case "-Infinity" -> Double.NEGATIVE_INFINITY;
          default -> Double.NaN;
        }
        : json.getDoubleValue();
  }

  private static List<Object> list(JsonParser json, Names names) throws IOException {
    List<Object> list = new ArrayList<>();
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return list;
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      if (json.nextToken() == JsonToken.START_ARRAY) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          Object value = json.currentToken() == JsonToken.START_OBJECT ? value(json, names) : null;
          if (value != null) {
            list.add(value);
          }
          json.skipChildren();
        }
      }
      json.skipChildren();
    }
    return list;
  }
}

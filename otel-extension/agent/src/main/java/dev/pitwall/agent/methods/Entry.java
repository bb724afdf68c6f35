package dev.pitwall.agent.methods;

import dev.pitwall.bridge.MethodMapping.Kind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What calls of a method mean, checked.
 *
 * @param place where it is said, for people: a file and a line, or an annotated method
 * @param method the method's class and name, which stand for names that are not given
 * @param kind what a call is
 * @param values what is known of it
 */
record Entry(String place, String method, Kind kind, Map<MappingKey, Template> values) {

  private static final int MAX_TEXT = 500;

  /**
   * Checks texts by key.
   *
   * @throws IllegalArgumentException if one is no good; the message tells which, and what is
   *     allowed
   */
  static Entry of(String place, String method, Kind kind, Map<String, String> texts) {
    Map<String, MappingKey> known = new HashMap<>();
    MappingKey.of(kind).forEach(key -> known.put(key.word(), key));
    Map<MappingKey, Template> values = new EnumMap<>(MappingKey.class);
    texts.forEach(
        (word, text) -> {
          MappingKey key = known.get(word);
          if (key == null) {
            throw new IllegalArgumentException(Nearest.unknown(word, words(kind)));
          }
          values.put(key, template(key, text));
        });
    for (MappingKey needed : needed(kind, texts.getOrDefault("stage", "whole"))) {
      if (!values.containsKey(needed)) {
        throw new IllegalArgumentException("\"" + needed.word() + "\" is missing");
      }
    }
    return new Entry(place, method, kind, values);
  }

  // The two methods of a handoff know each other by its id.
  private static List<MappingKey> needed(Kind kind, String stage) {
    if (kind == Kind.HANDOFF) {
      return switch (stage) {
        case "offer" -> List.of(MappingKey.ID, MappingKey.TARGET);
        case "work" -> List.of(MappingKey.ID);
        default -> List.of(MappingKey.TARGET);
      };
    }
    MappingKey main = MappingKey.main(kind);
    return main == null ? List.of() : List.of(main);
  }

  private static Template template(MappingKey key, String text) {
    if (text.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          "\"%s\" is longer than %d characters".formatted(key.word(), MAX_TEXT));
    }
    Template template = Template.parse(text);
    String literal = template.literal();
    if (!key.allowed().isEmpty() && (literal == null || !key.allowed().contains(literal))) {
      throw new IllegalArgumentException(
          "\"%s: %s\" is not allowed: it is one of %s"
              .formatted(key.word(), text, String.join(", ", key.allowed())));
    }
    if (key == MappingKey.MIN || key == MappingKey.MAX) {
      number(key, literal);
    }
    if (template.needsResult() && !atEnd(key)) {
      throw new IllegalArgumentException(
          "\"%s: %s\" has to be known when the method is called, so it cannot ask for the result"
              .formatted(key.word(), text));
    }
    return template;
  }

  private static void number(MappingKey key, @Nullable String literal) {
    try {
      double unused = Double.parseDouble(literal == null ? "" : literal);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + key.word() + "\" is not a number", e);
    }
  }

  // What is asked for when the method has returned.
  private static boolean atEnd(MappingKey key) {
    return switch (key) {
      case PASSED, SCORE, APPROVED, USER -> true;
      default -> false;
    };
  }

  private static List<String> words(Kind kind) {
    return MappingKey.of(kind).stream().map(MappingKey::word).toList();
  }
}

package dev.pitwall.dashboards.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that stand for single values, because "none open" needs no thinking at night and 0 does.
 *
 * @param words which value is written how
 */
public record Words(List<Word> words) {

  /** The numbers themselves. */
  public static final Words NUMBERS = new Words(List.of());

  public Words {
    words = List.copyOf(words);
  }

  /** What is written for zero. */
  public static Words none(String text) {
    return NUMBERS.and("0", text, "blue");
  }

  /** One more. */
  public Words and(String value, String text, String color) {
    List<Word> more = new ArrayList<>(words);
    more.add(new Word(value, text, color));
    return new Words(more);
  }

  /** As Grafana's value mappings. */
  public List<Object> toJson() {
    if (words.isEmpty()) {
      return List.of();
    }
    Map<String, Object> options = new HashMap<>();
    for (Word word : words) {
      options.put(
          word.value(),
          Map.of("text", word.text(), "color", word.color(), "index", options.size()));
    }
    return List.of(Map.of("type", "value", "options", options));
  }

  /**
   * One value.
   *
   * @param value as Grafana compares it
   * @param text what is written
   * @param color a colour name of Grafana's
   */
  public record Word(String value, String text, String color) {}
}

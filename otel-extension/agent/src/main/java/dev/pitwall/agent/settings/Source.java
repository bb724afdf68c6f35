package dev.pitwall.agent.settings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One place in which settings are given. */
final class Source {

  /** A value as it was given, under the name that it has there. */
  record Given(String name, String value) {}

  private final String place;
  private final UnaryOperator<String> spelling;
  private final Function<String, @Nullable Given> lookup;
  private final Collection<Given> listed;

  private Source(
      String place,
      UnaryOperator<String> spelling,
      Function<String, @Nullable Given> lookup,
      Collection<Given> listed) {
    this.place = place;
    this.spelling = spelling;
    this.lookup = lookup;
    this.listed = listed;
  }

  /** A source whose names can all be seen. */
  static Source listed(String place, UnaryOperator<String> spelling, Map<String, String> values) {
    Map<String, Given> byKey = new LinkedHashMap<>();
    values.forEach((name, value) -> byKey.put(Spelling.common(name), new Given(name, value)));
    return new Source(
        place, spelling, key -> byKey.get(Spelling.common(key)), List.copyOf(byKey.values()));
  }

  /** A source that answers to keys but does not tell which it has. */
  static Source asked(String place, Function<String, @Nullable String> values) {
    return new Source(
        place,
        UnaryOperator.identity(),
        key -> {
          String value = values.apply(key);
          return value == null ? null : new Given(key, value);
        },
        List.of());
  }

  /** What it has for one workflow only, under the keys that hold for all of them. */
  Source ofWorkflow(String workflow) {
    return new Source(
        place,
        spelling,
        key -> {
          String own = WorkflowKey.of(workflow, key);
          return own == null ? null : lookup.apply(own);
        },
        List.of());
  }

  /** Where it is, for people. */
  String place() {
    return place;
  }

  /** How a key is written here. */
  String spell(String key) {
    return spelling.apply(key);
  }

  @Nullable Given find(String key) {
    return lookup.apply(key);
  }

  Collection<Given> all() {
    return listed;
  }
}

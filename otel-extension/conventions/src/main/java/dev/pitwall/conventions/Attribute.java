package dev.pitwall.conventions;

import java.util.List;

/**
 * An attribute of a span, metric or event.
 *
 * @param name the OpenTelemetry name, for example {@code pitwall.run.id}
 * @param description one sentence for the generated reference
 * @param values the closed set of values, or empty where the set is open
 * @param id whether every value is new; such an attribute labels only series whose number is
 *     bounded
 */
public record Attribute(String name, String description, List<String> values, boolean id) {

  public Attribute {
    values = List.copyOf(values);
  }

  static Attribute open(String name, String description) {
    return new Attribute(name, description, List.of(), false);
  }

  static Attribute id(String name, String description) {
    return new Attribute(name, description, List.of(), true);
  }

  static Attribute oneOf(String name, String description, String... values) {
    return new Attribute(name, description, List.of(values), false);
  }

  /** The Prometheus label that carries this attribute. */
  public String label() {
    return name.replace('.', '_');
  }
}

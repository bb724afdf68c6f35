package dev.pitwall.log;

import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.Event;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the workflow log.
 *
 * @param event the event's name, as in the conventions
 * @param run the run, or an empty text where the event concerns all
 * @param workflow its workflow, or an empty text
 * @param at when it happened, epoch milliseconds
 * @param attributes by name; values are texts, longs, doubles, booleans, or lists of texts or longs
 */
public record Entry(
    String event, String run, String workflow, long at, Map<String, Object> attributes) {

  public Entry {
    attributes = Map.copyOf(attributes);
  }

  /** Begins an entry. */
  static Builder of(Event event, String run, String workflow, long at) {
    return new Builder(event, run, workflow, at);
  }

  /** The text of an attribute, or null. */
  @Nullable String text(Attribute attribute) {
    return attributes.get(attribute.name()) instanceof String text ? text : null;
  }

  /** The text of an attribute, or an empty one. */
  String name(Attribute attribute) {
    String text = text(attribute);
    return text == null ? "" : text;
  }

  /** The whole number of an attribute, or 0. */
  long number(Attribute attribute) {
    return attributes.get(attribute.name()) instanceof Number number ? number.longValue() : 0;
  }

  /** The number of an attribute, or null. */
  @Nullable Double decimal(Attribute attribute) {
    return attributes.get(attribute.name()) instanceof Number number ? number.doubleValue() : null;
  }

  /** Whether an attribute is there and true. */
  boolean flag(Attribute attribute) {
    return Boolean.TRUE.equals(attributes.get(attribute.name()));
  }

  /** The texts of an attribute. */
  List<String> texts(Attribute attribute) {
    return attributes.get(attribute.name()) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** The whole numbers of an attribute. */
  List<Long> numbers(Attribute attribute) {
    return attributes.get(attribute.name()) instanceof List<?> list
        ? list.stream().filter(Number.class::isInstance).map(n -> ((Number) n).longValue()).toList()
        : List.of();
  }

  /** An entry in the making. What is null, or a time or limit of 0, is left out. */
  static final class Builder {

    private final Event event;
    private final String run;
    private final String workflow;
    private final long at;
    private final Map<String, Object> attributes = new TreeMap<>();

    private Builder(Event event, String run, String workflow, long at) {
      this.event = event;
      this.run = run;
      this.workflow = workflow;
      this.at = at;
    }

    Builder with(Attribute attribute, @Nullable Object value) {
      if (value != null) {
        attributes.put(attribute.name(), value);
      }
      return this;
    }

    Builder withLimit(Attribute attribute, long value) {
      return with(attribute, value == 0 ? null : value);
    }

    Builder withLimit(Attribute attribute, double value) {
      return with(attribute, value == 0 ? null : value);
    }

    Builder withAll(Attribute attribute, List<?> values) {
      return with(attribute, values.isEmpty() ? null : List.copyOf(values));
    }

    Entry build() {
      return new Entry(event.name(), run, workflow, at, attributes);
    }
  }
}

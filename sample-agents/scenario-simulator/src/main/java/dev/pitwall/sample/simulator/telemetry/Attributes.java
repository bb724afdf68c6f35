package dev.pitwall.sample.simulator.telemetry;

import dev.pitwall.conventions.Attribute;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Attributes of a span or event, in the order in which they were set. */
public final class Attributes {

  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Sets a text, number, truth value or list of these; null is left out. */
  public Attributes with(Attribute attribute, @Nullable Object value) {
    return with(attribute.name(), value);
  }

  /** The same for a name of the standard conventions that Pitwall itself does not write. */
  Attributes with(String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
    return this;
  }

  /** Adds all of these. */
  public Attributes withAll(Attributes others) {
    values.putAll(others.values);
    return this;
  }

  @Nullable Object get(String name) {
    return values.get(name);
  }

  Map<String, Object> all() {
    return values;
  }

  @Override
  public String toString() {
    return new TreeMap<>(values).toString();
  }
}

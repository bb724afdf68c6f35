package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Attribute;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the number of series bounded whatever names an application makes up: the first {@value
 * #MAX_VALUES} values of an attribute are used as they are, all others become {@code _OTHER}.
 */
final class LabelLimits {

  static final String OTHER = "_OTHER";
  private static final int MAX_VALUES = 200;
  private static final int MAX_LENGTH = 128;

  private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

  /** The value to use as a label. */
  String limit(Attribute attribute, String value) {
    if (attribute.id() || attribute.values().contains(value)) {
      return value;
    }
    String label = value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) : value;
    Set<String> values =
        known.computeIfAbsent(attribute.name(), name -> ConcurrentHashMap.newKeySet());
    if (values.contains(label)) {
      return label;
    }
    // Threads that add at the same moment may pass the limit by as many values as there are
    // threads.
    if (values.size() >= MAX_VALUES) {
      return OTHER;
    }
    values.add(label);
    return label;
  }
}

package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Attribute;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the number of label values bounded whatever names an application makes up: the first
 * {@value #MAX_VALUES} values of an attribute are used as they are, and so are the first {@value
 * #MAX_EDGES} pairs of who hands work to whom; all others become {@code _OTHER}.
 *
 * <p>Threads that add at the same moment may pass a limit by as many values as there are threads.
 */
final class LabelLimits {

  static final String OTHER = "_OTHER";
  static final int MAX_VALUES = 200;
  static final int MAX_EDGES = 200;
  private static final int MAX_LENGTH = 128;

  private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
  private final Set<Edge> edges = ConcurrentHashMap.newKeySet();

  private record Edge(@Nullable String source, @Nullable String target) {}

  /** The value to use as a label. */
  String limit(Attribute attribute, String value) {
    if (attribute.id() || attribute.values().contains(value)) {
      return value;
    }
    String label = value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) : value;
    Set<String> values =
        known.computeIfAbsent(attribute.name(), name -> ConcurrentHashMap.newKeySet());
    return admit(values, label, MAX_VALUES) ? label : OTHER;
  }

  /** Whether this pair may be told apart from others. */
  boolean admitsEdge(@Nullable String source, @Nullable String target) {
    return admit(edges, new Edge(source, target), MAX_EDGES);
  }

  private static <T> boolean admit(Set<T> admitted, T candidate, int limit) {
    if (!admitted.contains(candidate)) {
      if (admitted.size() >= limit) {
        return false;
      }
      admitted.add(candidate);
    }
    return true;
  }
}

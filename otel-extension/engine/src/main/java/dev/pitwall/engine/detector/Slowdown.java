package dev.pitwall.engine.detector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which models and tools have become slow within a run: the latest calls, the last ones weighing
 * most, take twice as long as the first ones did. At most {@value #MAX} are compared.
 */
final class Slowdown {

  private static final int MAX = 32;
  private static final int FIRST = 4;
  private static final double NEWEST = 0.4;
  private static final int FACTOR = 2;

  private final Map<Server, Pace> paces = new HashMap<>(4);

  /** A model or a tool. */
  record Server(String kind, String name) {}

  private static final class Pace {
    private int calls;
    private double first;
    private double latest;

    void took(long millis) {
      calls++;
      if (calls <= FIRST) {
        first += (millis - first) / calls;
        latest = first;
      } else {
        latest += NEWEST * (millis - latest);
      }
    }

    boolean isSlower() {
      return calls > FIRST && latest >= FACTOR * first;
    }
  }

  /** A call has succeeded. */
  void took(String kind, @Nullable String name, long millis) {
    if (name != null && (paces.size() < MAX || paces.containsKey(new Server(kind, name)))) {
      paces.computeIfAbsent(new Server(kind, name), server -> new Pace()).took(millis);
    }
  }

  /** Those that have become slow. */
  List<Server> slower() {
    List<Server> slower = new ArrayList<>(1);
    paces.forEach(
        (server, pace) -> {
          if (pace.isSlower()) {
            slower.add(server);
          }
        });
    return slower;
  }
}

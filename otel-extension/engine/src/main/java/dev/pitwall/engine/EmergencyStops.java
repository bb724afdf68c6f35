package dev.pitwall.engine;

import dev.pitwall.engine.signal.StopReady.Readiness;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The stops that are engaged, at most one for all workflows and one for each. */
final class EmergencyStops {

  private static final int CAPACITY = 1000;
  private static final String ALL = "";

  private volatile Readiness readiness = Readiness.NONE;
  private final Map<String, EmergencyStop> engaged = new ConcurrentHashMap<>();

  void ready(Readiness now) {
    readiness = now;
  }

  Readiness readiness() {
    return readiness;
  }

  void engage(EmergencyStop stop) {
    if (engaged.size() < CAPACITY || stop.workflow() == null) {
      engaged.put(key(stop), stop);
    }
  }

  /** Whether a stop of the same scope was engaged. */
  boolean clear(EmergencyStop stop) {
    return engaged.remove(key(stop)) != null;
  }

  Optional<EmergencyStop> covering(String workflow) {
    EmergencyStop all = engaged.get(ALL);
    return Optional.ofNullable(all != null ? all : engaged.get(workflow));
  }

  private static String key(EmergencyStop stop) {
    return stop.workflow() == null ? ALL : stop.workflow();
  }
}

package dev.pitwall.engine.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run waits for, oldest first, bounded: of too many the oldest is given up. */
final class Waits {

  private static final int CAPACITY = 512;

  private final Map<String, RunSnapshot.Pending> pending = new LinkedHashMap<>();

  void begin(String id, String subject, long since) {
    if (pending.size() == CAPACITY) {
      pending.remove(pending.keySet().iterator().next());
    }
    pending.put(id, new RunSnapshot.Pending(subject, since));
  }

  void end(String id) {
    pending.remove(id);
  }

  List<RunSnapshot.Pending> snapshot() {
    return List.copyOf(pending.values());
  }
}

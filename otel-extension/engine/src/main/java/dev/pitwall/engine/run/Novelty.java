package dev.pitwall.engine.run;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers the latest {@value #CAPACITY} things that were seen, so that the same again is not
 * taken for something new. What comes back after that many others counts as new.
 */
public final class Novelty {

  private static final int CAPACITY = 1024;

  private final Map<Long, Boolean> seen =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
          return size() > CAPACITY;
        }
      };

  /** Whether the thing made of these parts is new; it is known from now on. */
  public boolean isNew(String... parts) {
    return seen.put(Fingerprint.of(parts), true) == null;
  }
}

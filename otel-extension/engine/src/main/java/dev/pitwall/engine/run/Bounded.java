package dev.pitwall.engine.run;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is open, by id, oldest first, at most so many: of too many the oldest is given up and
 * counted.
 */
final class Bounded<K, V> {

  private final int capacity;
  // Made when there is something to keep: most runs have no tasks, handoffs or approvals.
  private Map<K, V> entries = Collections.emptyMap();
  private int evicted;

  Bounded(int capacity) {
    this.capacity = capacity;
  }

  void put(K id, V value) {
    if (!(entries instanceof LinkedHashMap)) {
      entries = new LinkedHashMap<>(4);
    }
    if (entries.size() == capacity && !entries.containsKey(id)) {
      entries.remove(entries.keySet().iterator().next());
      evicted++;
    }
    entries.put(id, value);
  }

  @Nullable V get(K id) {
    return entries.get(id);
  }

  @Nullable V remove(K id) {
    return entries.isEmpty() ? null : entries.remove(id);
  }

  Collection<V> values() {
    return entries.values();
  }

  int size() {
    return entries.size();
  }

  int evicted() {
    return evicted;
  }
}

package dev.pitwall.engine.signal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JVM was looked at because a run was suspected: who waits for whose lock, and what weighs on
 * everything.
 */
public record JvmObserved(String run, List<LockWait> locks, List<Pressure> pressures, long at)
    implements Signal {

  /**
   * A thread waits for a monitor or lock, or for something that nobody owns, as a latch or a
   * future.
   *
   * @param waiter the agent whose thread waits, or the thread's name
   * @param lock the lock
   * @param holder the agent whose thread holds it, or the thread's name; null if nobody does
   */
  public record LockWait(String waiter, String lock, @Nullable String holder) {}

  /**
   * Something that slows everything down.
   *
   * @param kind gc, heap or pool
   * @param subject which collector or pool
   * @param weight how much of the time or room it takes, 0 to 1
   */
  public record Pressure(String kind, String subject, double weight) {}

  public JvmObserved {
    locks = List.copyOf(locks);
    pressures = List.copyOf(pressures);
  }

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

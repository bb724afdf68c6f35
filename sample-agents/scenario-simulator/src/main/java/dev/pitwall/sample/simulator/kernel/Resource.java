package dev.pitwall.sample.simulator.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something of which only so many can be used at once; who comes first is served first. */
public final class Resource {

  private final Simulation simulation;
  private final String name;
  private final int capacity;
  private final Set<String> holders = new LinkedHashSet<>();
  private final Deque<Waiter> line = new ArrayDeque<>();

  private record Waiter(String name, Signal turn) {}

  public Resource(Simulation simulation, String name, int capacity) {
    this.simulation = simulation;
    this.name = name;
    this.capacity = capacity;
  }

  public String name() {
    return name;
  }

  /** Whether somebody who asks now has to wait. */
  public boolean isBusy() {
    return holders.size() >= capacity;
  }

  /** Who has had it for longest, or null. */
  public @Nullable String holder() {
    return holders.isEmpty() ? null : holders.iterator().next();
  }

  /** How many wait for it. */
  public int waiting() {
    return line.size();
  }

  /** Waits for it and takes it. */
  public void take(String who) {
    if (isBusy()) {
      Waiter waiter = new Waiter(who, new Signal(simulation));
      line.addLast(waiter);
      waiter.turn().await();
    } else {
      holders.add(who);
    }
  }

  /** Gives it back; whoever waits for longest has it next. */
  public void give(String who) {
    holders.remove(who);
    Waiter next = line.pollFirst();
    if (next != null) {
      holders.add(next.name());
      next.turn().give();
    }
  }
}

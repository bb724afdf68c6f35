package dev.pitwall.sample.simulator.kernel;

import java.util.ArrayList;
import java.util.List;

/** Something that processes wait for; once it was given, nobody waits any more. */
public final class Signal {

  private final Simulation simulation;
  private final List<Simulation.Actor> waiting = new ArrayList<>();
  private boolean given;

  public Signal(Simulation simulation) {
    this.simulation = simulation;
  }

  /** Waits until it is given. */
  public void await() {
    if (!given) {
      simulation.park(waiting);
    }
  }

  /** All that wait go on now. */
  public void give() {
    given = true;
    waiting.forEach(process -> simulation.schedule(process, simulation.now()));
    waiting.clear();
  }

  public boolean isGiven() {
    return given;
  }

  /** A signal that is given when all of these behaviours, which run at once, are over. */
  public static Signal afterAll(Simulation simulation, List<? extends Runnable> behaviours) {
    Signal all = new Signal(simulation);
    int[] left = {behaviours.size()};
    for (int i = 0; i < behaviours.size(); i++) {
      Runnable behaviour = behaviours.get(i);
      simulation.start(
          "branch-" + i,
          () -> {
            behaviour.run();
            left[0]--;
            if (left[0] == 0) {
              all.give();
            }
          });
    }
    return all;
  }
}

package dev.pitwall.sample.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {

  private static final long LONG = 1_000_000;

  private final Simulation simulation = new Simulation(0);
  private final List<String> happened = new ArrayList<>();

  @Test
  void processesTakeTurnsInVirtualTime() {
    start("a", 10, 20);
    start("b", 15);
    simulation.run(LONG);
    assertThat(happened).containsExactly("a 10", "b 15", "a 30");
  }

  @Test
  void equalTimesKeepTheirOrder() {
    start("first", 5);
    start("second", 5);
    simulation.run(LONG);
    assertThat(happened).containsExactly("first 5", "second 5");
  }

  @Test
  void whatIsUnderWayAtTheHorizonStaysUnfinished() {
    start("late", 5, 100);
    simulation.run(50);
    assertThat(happened).containsExactly("late 5");
  }

  @Test
  void whoComesFirstIsServedFirst() {
    Resource desk = new Resource(simulation, "desk", 1);
    for (String who : List.of("a", "b", "c")) {
      simulation.start(
          who,
          () -> {
            desk.take(who);
            simulation.pause(10);
            happened.add(who + " " + simulation.now());
            desk.give(who);
          });
    }
    simulation.run(LONG);
    assertThat(happened).containsExactly("a 10", "b 20", "c 30");
    assertThat(desk.isBusy()).isFalse();
  }

  @Test
  void aJoinWaitsForTheLast() {
    simulation.start(
        "join",
        () -> {
          Signal.afterAll(simulation, List.of(() -> simulation.pause(5), () -> simulation.pause(9)))
              .await();
          happened.add("joined " + simulation.now());
        });
    simulation.run(LONG);
    assertThat(happened).containsExactly("joined 9");
  }

  @Test
  void aFailureOfAProcessIsTold() {
    simulation.start(
        "broken",
        () -> {
          throw new IllegalArgumentException("no such thing");
        });
    assertThatThrownBy(() -> simulation.run(LONG))
        .hasRootCauseMessage("no such thing")
        .hasMessage("the simulation failed");
  }

  @Test
  void onlyAProcessCanWait() {
    assertThatThrownBy(() -> simulation.pause(1)).isInstanceOf(IllegalStateException.class);
  }

  private void start(String name, long... pauses) {
    simulation.start(
        name,
        () -> {
          for (long pause : pauses) {
            simulation.pause(pause);
            happened.add(name + " " + simulation.now());
          }
        });
  }
}

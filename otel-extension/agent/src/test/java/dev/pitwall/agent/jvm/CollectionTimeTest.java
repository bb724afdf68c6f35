package dev.pitwall.agent.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CollectionTimeTest {

  private final CollectionTime spent = new CollectionTime();

  @Test
  void isTheShareOfTheTimeSinceTheFirstNote() {
    spent.note(Map.of("full", 2_000L), 100_000);
    assertThat(spent.shares(Map.of("full", 7_000L), 110_000)).containsEntry("full", 0.5);
  }

  @Test
  void isThatOfTheLastMinuteAtMost() {
    spent.note(Map.of("full", 0L), 0);
    spent.note(Map.of("full", 30_000L), 30_000);
    spent.note(Map.of("full", 30_000L), 60_000);
    assertThat(spent.shares(Map.of("full", 30_000L), 70_000)).containsEntry("full", 0.0);
    assertThat(spent.shares(Map.of("full", 40_000L), 70_000)).containsEntry("full", 0.25);
  }

  @Test
  void isNotedTwiceAMinuteAlsoAfterAJumpOfTheClock() {
    assertThat(spent.isDue(500_000)).isTrue();
    spent.note(Map.of("full", 0L), 500_000);
    assertThat(spent.isDue(529_999)).isFalse();
    assertThat(spent.isDue(530_000)).isTrue();
    assertThat(spent.isDue(100_000)).isTrue();
    assertThat(spent.shares(Map.of("full", 900L), 100_000)).containsEntry("full", 0.0);
  }

  @Test
  void saysNothingOfACollectorThatWasNotNoted() {
    spent.note(Map.of("young", 1L), 0);
    assertThat(spent.shares(Map.of("full", 5_000L), 10_000)).containsEntry("full", 0.0);
  }
}

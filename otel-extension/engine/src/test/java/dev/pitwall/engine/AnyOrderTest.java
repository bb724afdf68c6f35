package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.signal.Signal;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Signals may come in any order, twice, not at all, and from clocks that jump. */
class AnyOrderTest {

  @Property(tries = 300)
  void nothingFailsAndEverythingFoundIsResolved(@ForAll long seed) {
    Random random = new Random(seed);
    Story story = new Story();
    story.begin();
    long now = story.now();
    for (int i = 0; i < 400; i++) {
      now += AnySignal.jump(random);
      Signal signal = AnySignal.of(random, Math.max(1, now));
      story.engine.accept(signal);
      if (random.nextInt(4) == 0) {
        story.engine.accept(signal);
      }
      if (random.nextInt(3) == 0) {
        story.engine.tick(Math.max(1, now));
      }
    }
    story.end();
    for (int i = 0; i < 4; i++) {
      now += Duration.ofMinutes(20).toMillis();
      story.engine.tick(Math.max(1, now) + story.now());
    }
    assertThat(story.failures).isEmpty();
    assertThat(story.resolved)
        .containsExactlyInAnyOrderElementsOf(story.opened.stream().map(Finding::id).toList());
    assertThat(story.engine.runs(now)).isEmpty();
    assertThat(story.left).containsExactly(Story.RUN);
  }
}

package dev.pitwall.engine.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RepetitionCounterTest {

  /** Against the definition, searched for without cleverness. */
  @Property
  void countsWhatTheDefinitionSays(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 2) Integer> steps) {
    RepetitionCounter counter = new RepetitionCounter();
    for (int i = 0; i < steps.size(); i++) {
      counter.add(steps.get(i), i);
    }
    for (int period = 1; period <= RepetitionCounter.LONGEST_CYCLE; period++) {
      int expected = 0;
      for (int i = steps.size() - 1;
          i >= period && steps.get(i).equals(steps.get(i - period));
          i--) {
        expected++;
      }
      assertThat(counter.repeated(period)).as("period %d", period).isEqualTo(expected);
      if (expected > 0) {
        assertThat(counter.since(period)).isEqualTo(steps.size() - expected);
      }
    }
  }

  @Property
  void whatAllDiffersNeverRepeats(@ForAll @IntRange(min = 1, max = 200) int length) {
    RepetitionCounter counter = new RepetitionCounter();
    for (int i = 0; i < length; i++) {
      counter.add(i, i);
    }
    assertThat(counter.period(1, 1)).isZero();
  }

  @Property
  void findsEveryCycleUpToTheLimit(@ForAll @IntRange(min = 1, max = 8) int period) {
    RepetitionCounter counter = new RepetitionCounter();
    for (int i = 0; i < 3 * period + 4; i++) {
      counter.add(i % period, i);
    }
    assertThat(counter.period(4, 2)).isEqualTo(period);
  }

  @Property
  void startsAnewAfterAReset(@ForAll @IntRange(min = 1, max = 8) int period) {
    RepetitionCounter counter = new RepetitionCounter();
    for (int i = 0; i < 10 * period; i++) {
      counter.add(i % period, i);
    }
    counter.reset();
    assertThat(counter.period(1, 1)).isZero();
    counter.add(0, 0);
    assertThat(counter.period(1, 1)).isZero();
  }
}

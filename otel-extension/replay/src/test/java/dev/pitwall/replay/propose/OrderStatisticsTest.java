package dev.pitwall.replay.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderStatisticsTest {

  private final OrderStatistics statistics = new OrderStatistics(0.95, 0.95);

  @Test
  void smallSamplesHaveNoUpperBound() {
    assertThat(statistics.least()).isEqualTo(72);
    assertThat(statistics.upper(72)).isEqualTo(71);
    assertThatThrownBy(() -> statistics.upper(71)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theMediansIntervalIsThatOfTheTables() {
    // Of 20 values the 6th and the 15th (Conover, Practical Nonparametric Statistics, table A3).
    OrderStatistics median = new OrderStatistics(0.5, 0.95);
    assertThat(median.lower(20)).isEqualTo(5);
    assertThat(median.upper(20)).isEqualTo(14);
    assertThat(median.estimate(20)).isEqualTo(9);
  }

  @Test
  void theIntervalHoldsTheQuantileAsOftenAsItSays() {
    Random random = new Random(1);
    int held = 0;
    int tries = 2000;
    for (int i = 0; i < tries; i++) {
      // Not normal at all: most are small, some are very large.
      double[] sample = new double[200];
      for (int j = 0; j < sample.length; j++) {
        sample[j] = Math.exp(3 * random.nextGaussian());
      }
      Arrays.sort(sample);
      double quantile = Math.exp(3 * 1.6448536269514722);
      boolean isHeld =
          sample[statistics.lower(200)] <= quantile && quantile <= sample[statistics.upper(200)];
      held += isHeld ? 1 : 0;
    }
    assertThat(held / (double) tries).isBetween(0.94, 0.99);
  }
}

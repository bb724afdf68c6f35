package dev.pitwall.sample.simulator.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {

  // Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I.
  @Test
  void theIntervalIsWilsons() {
    Share share = new Share(81, 263);
    assertThat(share.least()).isCloseTo(0.2553, within(0.0001));
    assertThat(share.most()).isCloseTo(0.3662, within(0.0001));
  }

  @Test
  void allOfAFewIsNotCertain() {
    Share share = new Share(10, 10);
    assertThat(share.value()).isEqualTo(1);
    assertThat(share.least()).isCloseTo(0.7225, within(0.0001));
    assertThat(share.most()).isCloseTo(1, within(1e-9));
  }

  @Test
  void nothingSaysNothing() {
    assertThat(new Share(0, 0).least()).isZero();
    assertThat(new Share(0, 0).most()).isEqualTo(1);
  }
}

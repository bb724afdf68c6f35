package dev.pitwall.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuantilesTest {

  @Property
  void isWithinFivePercentOfTheExactQuantile(
      @ForAll @Size(min = 1, max = 900) List<@DoubleRange(min = 0.01, max = 1e8) Double> values,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    Quantiles quantiles = new Quantiles();
    values.forEach(quantiles::add);
    List<Double> sorted = values.stream().sorted().toList();
    double exact = sorted.get((int) (share * (sorted.size() - 1)));
    assertThat(quantiles.at(share)).isCloseTo(exact, within(exact * 0.05));
  }

  @Test
  void knowsNothingOfNothing() {
    assertThat(new Quantiles().at(0.5)).isNaN();
    assertThat(new Quantiles().count()).isZero();
  }

  @Test
  void followsWhatHasChanged() {
    Quantiles quantiles = new Quantiles();
    Random random = new Random(1);
    DoubleStream.generate(() -> 100 + random.nextDouble()).limit(5000).forEach(quantiles::add);
    DoubleStream.generate(() -> 1000 + random.nextDouble()).limit(2000).forEach(quantiles::add);
    assertThat(quantiles.at(0.5)).isCloseTo(1000, within(60.0));
  }

  @Test
  void keepsTheLargestWhateverTheSpan() {
    Quantiles quantiles = new Quantiles();
    quantiles.add(0);
    quantiles.add(1e30);
    quantiles.add(1e-30);
    assertThat(quantiles.at(1)).isCloseTo(1e30, within(0.05e30));
    assertThat(quantiles.count()).isEqualTo(3);
  }
}

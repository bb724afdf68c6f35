package dev.pitwall.sample.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void readsWhatIsGivenAndKeepsDefaultsOtherwise() {
    Options options =
        Options.parse(
            List.of("--port", "0", "--seed", "-3", "--latency-ms", "5", "--loop-turns", "9"));
    assertThat(options)
        .isEqualTo(
            Options.defaults()
                .withPort(0)
                .withSeed(-3)
                .withLatency(Duration.ofMillis(5))
                .withLoop(Duration.ofMillis(500), 9));
  }

  @Test
  void saysWhichOptionIsWrongAndWhatIsAllowed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(List.of("--port", "70000")))
        .withMessage("--port is 70000, allowed is a whole number from 0 to 65535");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(List.of("--seed", "x")))
        .withMessageStartingWith("--seed is x, allowed");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(List.of("--speed", "1")))
        .withMessage("--speed is not an option");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(List.of("--port")))
        .withMessage("--port has no value");
  }
}

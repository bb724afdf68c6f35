package dev.pitwall.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {

  @Test
  void defaultsNeedNoSetting() {
    PitwallSettings settings = read(Map.of());
    assertThat(settings.liveRunsMax()).isZero();
    assertThat(settings.findingHold()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.engine().maxRuns()).isEqualTo(1000);
    assertThat(settings.engine().loop().minSteps()).isEqualTo(4);
    assertThat(settings.engine().loop().minCycles()).isEqualTo(2);
    assertThat(settings.hashKey()).isNull();
  }

  @Test
  void readsEveryKey() {
    PitwallSettings settings =
        read(
            Map.of(
                "pitwall.live-runs.max", "20",
                "pitwall.runs.max", " 50 ",
                "pitwall.detector.loop.min-steps", "9",
                "pitwall.detector.loop.min-cycles", "3",
                "pitwall.hash.key", "secret",
                "otel.metric.export.interval", "2000"));
    assertThat(settings.liveRunsMax()).isEqualTo(20);
    assertThat(settings.engine().maxRuns()).isEqualTo(50);
    assertThat(settings.engine().loop().minSteps()).isEqualTo(9);
    assertThat(settings.engine().loop().minCycles()).isEqualTo(3);
    assertThat(settings.findingHold()).isEqualTo(Duration.ofSeconds(4));
    assertThat(settings.hashKey()).isEqualTo("secret");
  }

  @Test
  void keepsTheDefaultForWhatIsNotAllowed() {
    assertThat(read(Map.of("pitwall.live-runs.max", "many")).liveRunsMax()).isZero();
    assertThat(read(Map.of("pitwall.live-runs.max", "-1")).liveRunsMax()).isZero();
    assertThat(read(Map.of("pitwall.live-runs.max", "1001")).liveRunsMax()).isZero();
  }

  private static PitwallSettings read(Map<String, String> values) {
    return new SettingsReader(values::get).read();
  }
}

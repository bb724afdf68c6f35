package dev.pitwall.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.detector.LoopSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

  private final List<String> complaints = new ArrayList<>();

  @Test
  void aPropertyWinsOverAVariableOverTheFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("agent.properties");
    Files.writeString(
        file,
        """
        pitwall.runs.max=1
        pitwall.live-runs.max=1
        pitwall.detector.loop.min-steps=1
        """);
    PitwallSettings settings =
        read(
            SettingsReader.sources(
                Map.of(
                    "otel.javaagent.configuration-file", file.toString(), "pitwall.runs.max", "3"),
                Map.of("PITWALL_RUNS_MAX", "2", "PITWALL_LIVE_RUNS_MAX", "2"),
                key -> null,
                null));
    assertThat(settings.engine().maxRuns()).isEqualTo(3);
    assertThat(settings.liveRunsMax()).isEqualTo(2);
    assertThat(
            settings.engine().detectors().of(LoopSettings.class, LoopSettings.DEFAULT).minSteps())
        .isEqualTo(1);
    assertThat(complaints).isEmpty();
  }

  @Test
  void takesWhatOnlyTheAgentKnows() {
    PitwallSettings settings =
        read(
            SettingsReader.sources(Map.of(), Map.of(), Map.of("pitwall.runs.max", "8")::get, null));
    assertThat(settings.engine().maxRuns()).isEqualTo(8);
  }

  @Test
  void namesTheFileInWhichAKeyIsMisspelt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("agent.properties");
    Files.writeString(file, "pitwall.runs.maximum=1\n");
    read(
        SettingsReader.sources(
            Map.of(),
            Map.of("OTEL_JAVAAGENT_CONFIGURATION_FILE", file.toString()),
            key -> null,
            null));
    assertThat(complaints)
        .singleElement()
        .asString()
        .startsWith("pitwall.runs.maximum=1 (" + file + ")")
        .contains("pitwall.runs.max:");
  }

  @Test
  void aFileThatCannotBeReadIsLeftToTheAgent() {
    read(
        SettingsReader.sources(
            Map.of("otel.javaagent.configuration-file", "/nonexistent/\0"),
            Map.of(),
            key -> null,
            null));
    assertThat(complaints).isEmpty();
  }

  @Test
  void readsADeclarativeFile() {
    Map<String, Object> declared =
        file(
            Map.of(
                "live_runs",
                Map.of("max", 20),
                "runs",
                Map.of("ttl", "2h", "maxx", 7),
                "detector",
                Map.of("loop", Map.of("min_steps", List.of(1, 2)))));
    PitwallSettings settings = read(SettingsReader.sources(Map.of(), Map.of(), null, declared));
    assertThat(settings.liveRunsMax()).isEqualTo(20);
    assertThat(settings.engine().runTtl()).hasHours(2);
    assertThat(settings.findingHold()).hasSeconds(180);
    assertThat(complaints)
        .containsExactly(
            "pitwall.detector.loop.min_steps=1,2 (declarative configuration) is not allowed: it must be "
                + "a whole number from 1 to 1000. The default, 4, is used.",
            "pitwall.runs.maxx=7 (declarative configuration) is not a setting of Pitwall and has no effect. "
                + "The nearest is pitwall.runs.max: a whole number from 1 to 100000, by default 1000.");
  }

  @Test
  void besideADeclarativeFileOurPropertiesWinAndTheAgentsCountForNothing() {
    PitwallSettings settings =
        read(
            SettingsReader.sources(
                Map.of("pitwall.runs.max", "3", "otel.metric.export.interval", "1000"),
                Map.of("PITWALL_LIVE_RUNS_MAX", "2", "OTEL_METRIC_EXPORT_INTERVAL", "1000"),
                null,
                file(Map.of("runs", Map.of("max", 1), "live-runs", Map.of("max", 1)))));
    assertThat(settings.engine().maxRuns()).isEqualTo(3);
    assertThat(settings.liveRunsMax()).isEqualTo(2);
    assertThat(settings.findingHold()).hasSeconds(180);
  }

  @Test
  void whatKubernetesSaysOfAServiceCalledPitwallIsNoSetting() {
    read(
        SettingsReader.sources(
            Map.of(),
            Map.of(
                "PITWALL_SERVICE_HOST", "10.0.0.1",
                "PITWALL_SERVICE_PORT_HTTP", "80",
                "PITWALL_GATEWAY_PORT", "tcp://10.0.0.1:80",
                "PITWALL_PORT_80_TCP_ADDR", "10.0.0.1"),
            key -> null,
            null));
    assertThat(complaints).isEmpty();
  }

  @Test
  void aDeclarativeFileNeedNotSayAnything() {
    for (Map<String, Object> file :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("instrumentation/development", Map.of("java", Map.of("other", Map.of()))),
            Map.of("meter_provider", Map.of("readers", List.of(Map.of("pull", Map.of())))))) {
      PitwallSettings settings = read(SettingsReader.sources(Map.of(), Map.of(), null, file));
      assertThat(settings.findingHold()).hasMinutes(2);
    }
    assertThat(complaints).isEmpty();
  }

  private static Map<String, Object> file(Map<String, Object> pitwall) {
    return Map.of(
        "instrumentation/development",
        Map.of("java", Map.of("pitwall", pitwall)),
        "meter_provider",
        Map.of(
            "readers",
            List.of(
                Map.of("periodic", Map.of("interval", 5000)),
                Map.of("periodic", Map.of("interval", 90_000)),
                Map.of("pull", Map.of()))));
  }

  private PitwallSettings read(List<Source> sources) {
    return PitwallTable.read(new SettingsTable(sources, complaints::add));
  }
}

package dev.pitwall.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.EngineSettings;
import dev.pitwall.engine.detector.DetectorSettings;
import dev.pitwall.engine.detector.LoopSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTableTest {

  private enum Mode {
    OBSERVE,
    ENFORCE
  }

  private final List<String> complaints = new ArrayList<>();

  @Test
  void defaultsNeedNoSource() {
    PitwallSettings settings = PitwallTable.read(table(Map.of()));
    assertThat(settings.liveRunsMax()).isZero();
    assertThat(settings.findingHold()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.engine().maxRuns()).isEqualTo(1000);
    assertThat(
            settings.engine().detectors().of(LoopSettings.class, LoopSettings.DEFAULT).minSteps())
        .isEqualTo(4);
    assertThat(settings.hashKey()).isNull();
    assertThat(complaints).isEmpty();
  }

  @Test
  void readsTheWholeTable() {
    PitwallSettings settings =
        PitwallTable.read(
            table(
                Map.of(
                    "pitwall.live-runs.max", "20",
                    "pitwall.runs.max", " 50 ",
                    "pitwall.runs.ttl", "2h",
                    "pitwall.detector.loop.min-steps", "9",
                    "pitwall.detector.loop.min-cycles", "3",
                    "pitwall.hash.key", "secret",
                    "otel.metric.export.interval", "2000")));
    assertThat(settings.liveRunsMax()).isEqualTo(20);
    assertThat(settings.engine().maxRuns()).isEqualTo(50);
    assertThat(settings.engine().runTtl()).isEqualTo(Duration.ofHours(2));
    assertThat(
            settings.engine().detectors().of(LoopSettings.class, LoopSettings.DEFAULT).minSteps())
        .isEqualTo(9);
    assertThat(
            settings.engine().detectors().of(LoopSettings.class, LoopSettings.DEFAULT).minCycles())
        .isEqualTo(3);
    assertThat(settings.findingHold()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.hashKey()).isEqualTo("secret");
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"500,500", "500ms,500", "30s,30000", "5m,300000", "1h,3600000", "1 d,86400000"})
  void durationsAreWrittenAsTheAgentTakesThem(String text, long millis) {
    assertThat(duration(text)).isEqualTo(Duration.ofMillis(millis));
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-5s", "1.5s", "5 minutes", "3d", "99999999999999999999s", "s"})
  void durationsThatAreNoneOrOutOfRangeKeepTheDefault(String text) {
    assertThat(duration(text)).isEqualTo(Duration.ofMinutes(1));
    assertThat(complaints)
        .containsExactly(
            "k=%s (test) is not allowed: it must be a duration from 0s to 2d. The default, 1m, is used."
                .formatted(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "-1", "11", "1.5", "0x5", "99999999999"})
  void countsThatAreNoneOrOutOfRangeKeepTheDefault(String text) {
    assertThat(table(Map.of("k", text)).count("k", 7, 0, 10, "{run}", "")).isEqualTo(7);
    assertThat(complaints)
        .containsExactly(
            "k=%s (test) is not allowed: it must be a whole number from 0 to 10. The default, 7, is used."
                .formatted(text));
  }

  @Test
  void theEndsOfARangeAreAllowed() {
    assertThat(table(Map.of("k", "0")).count("k", 7, 0, 10, "{run}", "")).isZero();
    assertThat(table(Map.of("k", "10")).count("k", 7, 0, 10, "{run}", "")).isEqualTo(10);
    assertThat(table(Map.of("k", "1")).number("k", 0.5, 0, 1, "1", "")).isEqualTo(1);
    assertThat(complaints).isEmpty();
  }

  @Test
  void readsRatios() {
    assertThat(table(Map.of("k", "0.25")).number("k", 0.5, 0, 1, "1", "")).isEqualTo(0.25);
    assertThat(table(Map.of("k", "NaN")).number("k", 0.5, 0, 1, "1", "")).isEqualTo(0.5);
    assertThat(complaints)
        .containsExactly(
            "k=NaN (test) is not allowed: it must be a number from 0 to 1. The default, 0.5, is used.");
  }

  @Test
  void readsFlags() {
    assertThat(table(Map.of("k", "TRUE")).flag("k", false, "")).isTrue();
    assertThat(table(Map.of("k", "yes")).flag("k", false, "")).isFalse();
    assertThat(complaints)
        .containsExactly(
            "k=yes (test) is not allowed: it must be true or false. The default, false, is used.");
  }

  @Test
  void readsChoices() {
    assertThat(table(Map.of("k", "Enforce")).choice("k", Mode.OBSERVE, "")).isEqualTo(Mode.ENFORCE);
    assertThat(table(Map.of("k", "force")).choice("k", Mode.OBSERVE, "")).isEqualTo(Mode.OBSERVE);
    assertThat(complaints)
        .containsExactly(
            "k=force (test) is not allowed: it must be one of observe, enforce. The default, observe, is used.");
  }

  @Test
  void readsLists() {
    assertThat(table(Map.of("k", " a, b ,,c")).list("k", List.of(), ""))
        .containsExactly("a", "b", "c");
  }

  @Test
  void anEmptyValueIsNone() {
    assertThat(table(Map.of("k", " ")).count("k", 7, 0, 10, "{run}", "")).isEqualTo(7);
    assertThat(table(Map.of("k", "")).text("k", "none", "")).isNull();
    assertThat(complaints).isEmpty();
  }

  @Test
  void theStrongerSourceWinsEvenWhereItIsWrong() {
    SettingsTable table =
        new SettingsTable(
            List.of(
                Source.listed("strong", key -> key, Map.of("a", "1", "b", "x")),
                Source.listed("weak", key -> key, Map.of("a", "2", "b", "2", "c", "2"))),
            complaints::add);
    assertThat(table.count("a", 0, 0, 9, "1", "")).isEqualTo(1);
    assertThat(table.count("b", 0, 0, 9, "1", "")).isZero();
    assertThat(table.count("c", 0, 0, 9, "1", "")).isEqualTo(2);
    assertThat(complaints).singleElement().asString().startsWith("b=x (strong)");
  }

  @Test
  void namesAMisspeltKeyOnceWithTheNearest() {
    PitwallTable.read(table(Map.of("pitwall.live-run.max", "20")));
    assertThat(complaints)
        .containsExactly(
            "pitwall.live-run.max=20 (test) is not a setting of Pitwall and has no effect. The nearest is "
                + "pitwall.live-runs.max: a whole number from 0 to 1000, by default 0.");
  }

  @Test
  void namesAMisspeltVariableAsVariablesAreWritten() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PITWALL_LIVE_RUNS_MAX", "5");
    environment.put("PITWALL_RUN_MAX", "5");
    environment.put("PATH", "5");
    PitwallSettings settings =
        PitwallTable.read(
            new SettingsTable(
                List.of(Source.listed("environment", Spelling::variable, environment)),
                complaints::add));
    assertThat(settings.liveRunsMax()).isEqualTo(5);
    assertThat(complaints)
        .containsExactly(
            "PITWALL_RUN_MAX=5 (environment) is not a setting of Pitwall and has no effect. The nearest is "
                + "PITWALL_RUNS_MAX: a whole number from 1 to 100000, by default 1000.");
  }

  @Test
  void aKeyThatIsLikeNothingIsNamedWithThePlaceOfAllKeys() {
    PitwallTable.read(table(Map.of("pitwall.colour-of-the-moon", "blue\nFATAL forged line")));
    assertThat(complaints)
        .containsExactly(
            "pitwall.colour-of-the-moon=blue FATAL forged line (test) is not a setting of Pitwall and has no effect. "
                + "All settings: docs/configuration.md.");
  }

  @Test
  void doesNotShowASecretWhoseKeyIsMisspelt() {
    PitwallTable.read(table(Map.of("pitwall.hash.kye", "swordfish")));
    assertThat(complaints).singleElement().asString().doesNotContain("swordfish");
  }

  @Test
  void everySettingIsDeclaredOnce() {
    assertThat(PitwallTable.all())
        .extracting(setting -> Spelling.common(setting.key()))
        .doesNotHaveDuplicates();
    assertThat(PitwallTable.all())
        .allSatisfy(
            setting -> {
              assertThat(setting.group()).isNotBlank();
              assertThat(setting.description()).endsWith(".");
            });
  }

  private Duration duration(String text) {
    return table(Map.of("k", text))
        .duration("k", Duration.ofMinutes(1), Duration.ZERO, Duration.ofDays(2), "");
  }

  private SettingsTable table(Map<String, String> values) {
    return new SettingsTable(List.of(Source.listed("test", key -> key, values)), complaints::add);
  }

  private static int minSteps(DetectorSettings settings) {
    return settings.of(LoopSettings.class, LoopSettings.DEFAULT).minSteps();
  }

  @Test
  void aWorkflowMayHaveThresholdsOfItsOwn() {
    EngineSettings settings =
        PitwallTable.read(
                table(
                    Map.of(
                        "pitwall.detector.loop.min-steps", "9",
                        "pitwall.detector.loop.min-cycles", "7",
                        "pitwall.workflow.Publishing-Desk.detector.loop.min-steps", "20")))
            .engine();
    assertThat(minSteps(settings.detectors())).isEqualTo(9);
    assertThat(settings.ofWorkflows()).containsOnlyKeys("publishing.desk");
    DetectorSettings own = settings.ofWorkflows().values().iterator().next();
    assertThat(minSteps(own)).isEqualTo(20);
    assertThat(own.of(LoopSettings.class, LoopSettings.DEFAULT).minCycles()).isEqualTo(7);
    assertThat(complaints).isEmpty();
  }

  @Test
  void whatIsWrongWithAWorkflowsThresholdIsSaidOnce() {
    PitwallTable.read(
        table(
            Map.of(
                "pitwall.detector.loop.min-cycles", "many",
                "pitwall.workflow.desk.detector.loop.min-steps", "few")));
    assertThat(complaints).hasSize(2);
    assertThat(complaints)
        .anyMatch(
            line -> line.startsWith("pitwall.workflow.desk.detector.loop.min-steps=few (test)"));
  }

  @Test
  void aMisspeltThresholdOfAWorkflowIsNamedWithTheNearestOfThatWorkflow() {
    PitwallTable.read(
        table(Map.of("pitwall.workflow.publishing-desk.detector.loop.min-step", "5")));
    assertThat(complaints).hasSize(1);
    assertThat(complaints.get(0))
        .contains("The nearest is pitwall.workflow.publishing-desk.detector.loop.min-steps");
  }
}

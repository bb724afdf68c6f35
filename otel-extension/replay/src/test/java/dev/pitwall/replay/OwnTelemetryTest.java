package dev.pitwall.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Telemetry that Pitwall itself has written: spans of runs and the workflow log. */
class OwnTelemetryTest {

  @TempDir private Path folder;

  private static Map<String, Object> of(String run, Map<String, ?> attributes) {
    Map<String, Object> all = new HashMap<>(attributes);
    all.put("pitwall.run.id", run);
    return all;
  }

  private static Map<String, Object> workflow(String run) {
    return of(
        run,
        Map.of(
            "gen_ai.operation.name", "invoke_workflow",
            "gen_ai.workflow.name", "desk",
            "pitwall.workflow.topology", "sequence",
            "pitwall.workflow.members", 2,
            "pitwall.workflow.max_iterations", 1));
  }

  private static Map<String, Object> tool(String run, String hash) {
    return of(
        run,
        Map.of(
            "gen_ai.operation.name",
            "execute_tool",
            "gen_ai.tool.name",
            "search",
            "gen_ai.agent.name",
            "writer",
            "pitwall.tool.arguments.hash",
            hash,
            "pitwall.output.hash",
            hash));
  }

  /** A run in which an agent calls a tool again and again. */
  private static Telemetry loop(Telemetry telemetry, String run, double at) {
    telemetry.span(run, 1, 0, at, at + 30, workflow(run));
    telemetry.entry("pitwall.run.started", run, at + 0.002, Map.of());
    telemetry.span(
        run,
        2,
        1,
        at + 0.01,
        at + 29,
        of(run, Map.of("gen_ai.operation.name", "invoke_agent", "gen_ai.agent.name", "writer")));
    for (int i = 0; i < 20; i++) {
      telemetry.span(run, 10 + i, 2, at + 1 + i, at + 1.5 + i, tool(run, "same"));
    }
    return telemetry.entry("pitwall.run.completed", run, at + 29.999, Map.of());
  }

  @Test
  void aRunIsFollowedUnderItsIdAndWorkflow() throws IOException {
    Played played = Played.of(folder, loop(new Telemetry("desk"), "r1", 0).lines());
    assertThat(played.types()).containsExactly("loop");
    assertThat(played.findings().get(0))
        .contains(
            "\"workflow\":\"desk\"",
            "\"run\":\"r1\"",
            "\"agent\":\"writer\"",
            // The run's end was logged a moment before its outermost span ended.
            "\"resolved\":\"2025-11-29T01:00:29.999Z\"");
  }

  @Test
  void theOrderOfLinesDoesNotMatter() throws IOException {
    Telemetry telemetry = new Telemetry("desk");
    for (int i = 0; i < 5; i++) {
      loop(telemetry, "r" + i, i * 7);
    }
    List<String> lines = new ArrayList<>(telemetry.lines());
    String inOrder = Played.of(folder, lines).out();
    assertThat(inOrder.lines()).hasSize(5);
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(lines, new Random(seed));
      assertThat(Played.of(folder, lines).out()).isEqualTo(inOrder);
    }
  }

  @Test
  void whatWasExportedTwiceCountsOnce() throws IOException {
    Telemetry telemetry = loop(new Telemetry("desk"), "r1", 0);
    List<String> twice = new ArrayList<>(telemetry.lines());
    twice.addAll(telemetry.lines());
    Played played = Played.of(folder, twice);
    assertThat(played.out()).isEqualTo(Played.of(folder, telemetry.lines()).out());
    assertThat(played.err()).contains("recorded twice and counts once");
  }

  @Test
  void findingsInTheRecordingAreMadeAnewAndNotRead() throws IOException {
    Telemetry telemetry = loop(new Telemetry("desk"), "r1", 0);
    telemetry.entry(
        "pitwall.finding.opened",
        "r1",
        5,
        Map.of("pitwall.finding.id", "r1-1", "pitwall.finding.type", "deadlock"));
    assertThat(Played.of(folder, telemetry.lines()).types()).containsExactly("loop");
  }

  private static Telemetry silent() {
    Telemetry telemetry = new Telemetry("desk");
    telemetry.entry("pitwall.run.started", "r1", 0, Map.of());
    return telemetry.span("r1", 10, 2, 1, 1.5, tool("r1", "same"));
  }

  @Test
  void theEndOfARecordingIsNoSilence() throws IOException {
    assertThat(Played.of(folder, silent().lines()).types()).isEmpty();
  }

  @Test
  void aRunThatIsSilentWhileOtherTelemetryGoesOnIsStalled() throws IOException {
    assertThat(Played.of(folder, silent().metric(3600).lines()).types()).containsExactly("stall");
  }

  @Test
  void whoSaysThatTheRecordingIsCompleteIsBelieved() throws IOException {
    Played played =
        Played.of(folder, silent().lines(), "--until", "2025-11-29T02:00:00Z", "--fail-on=warning");
    assertThat(played.types()).containsExactly("stall");
    assertThat(played.findings().get(0)).contains("\"resolved\":null");
    assertThat(played.code()).isEqualTo(1);
  }

  @Test
  void aRunThatIsPlannedAndNotStartedHasNotStarted() throws IOException {
    Telemetry telemetry = new Telemetry("desk");
    telemetry.entry("pitwall.run.planned", "r1", 0, Map.of("pitwall.plan.hash", "p"));
    telemetry.entry("pitwall.task.created", "r1", 1, Map.of("pitwall.task.id", "t"));
    assertThat(Played.of(folder, telemetry.metric(3600).lines()).types()).isEmpty();
  }

  @Test
  void otherSettingsShowWhatTheyChange() throws IOException {
    Path patient = folder.resolve("patient.properties");
    Files.writeString(patient, "pitwall.detector.loop.min-cycles=50\n");
    Path yaml = folder.resolve("patient.yaml");
    Files.writeString(
        yaml,
        """
        instrumentation/development:
          java:
            pitwall:
              detector:
                loop:
                  min_cycles: 50
        """);
    List<String> lines = loop(new Telemetry("desk"), "r1", 0).lines();
    for (Path file : List.of(patient, yaml)) {
      Played vanishes = Played.of(folder, lines, "--compare", file.toString());
      assertThat(vanishes.findings()).hasSize(1);
      assertThat(vanishes.out()).startsWith("{\"change\":\"vanishes\",\"type\":\"loop\"");
      Played appears =
          Played.of(
              folder,
              lines,
              "--format",
              "text",
              "--config",
              file.toString(),
              "--compare",
              emptyFile().toString());
      assertThat(appears.out()).contains("appears: ").contains("loop of writer");
    }
    Played same = Played.of(folder, lines, "--compare", emptyFile().toString());
    assertThat(same.out()).isEmpty();
    assertThat(same.err()).contains("no differences");
  }

  private Path emptyFile() throws IOException {
    Path file = folder.resolve("empty.properties");
    Files.writeString(file, "");
    return file;
  }
}

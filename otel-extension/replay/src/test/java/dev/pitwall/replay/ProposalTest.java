package dev.pitwall.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposalTest {

  @TempDir private Path folder;

  /** Runs of one agent, each with a call of a tool that takes so many seconds longer. */
  private static Telemetry runs(Telemetry telemetry, String agent, int count, double more) {
    for (int run = 0; run < count; run++) {
      double at = run * 1000;
      double call = 100 + run * more;
      telemetry.span(
          agent + run,
          1,
          0,
          at,
          at + 2 + call,
          Map.of("gen_ai.operation.name", "invoke_agent", "gen_ai.agent.name", agent));
      telemetry.span(
          agent + run,
          2,
          1,
          at + 1,
          at + 1 + call,
          Map.of(
              "gen_ai.operation.name",
              "execute_tool",
              "gen_ai.tool.name",
              "search",
              "gen_ai.tool.call.result",
              agent + run));
    }
    return telemetry;
  }

  private String proposed(Telemetry telemetry, String... options) throws IOException {
    Path file = folder.resolve("proposed.properties");
    String[] all = new String[options.length + 2];
    System.arraycopy(options, 0, all, 0, options.length);
    all[options.length] = "--propose";
    all[options.length + 1] = file.toString();
    Played played = Played.of(folder, telemetry.lines(), all);
    assertThat(played.code()).isZero();
    return Files.readString(file);
  }

  @Test
  void proposesTheUpperBoundOfWhatIsUsualTimesTheDetectorsFactor() throws IOException {
    // Calls of 100 s, 101 s, … 199 s: of 100 values the last is the bound.
    String text = proposed(runs(new Telemetry("crew"), "writer", 100, 1));
    assertThat(text)
        .contains("# writer: 100 runs count, 0 do not.")
        .contains(
            "# the longest call of a model or tool: 194.000 s (189.000 s to 199.000 s; n = 100);"
                + " times pitwall.detector.stall.factor, 4, and at least pitwall.detector.stall.floor, 60s\n"
                + "pitwall.workflow.writer.detector.stall.call=800s\n");
  }

  @Test
  void tooFewRunsAreTooFew() throws IOException {
    assertThat(proposed(runs(new Telemetry("crew"), "writer", 71, 1)))
        .contains(
            """
            # writer: 71 runs count, 0 do not.
            # Nothing is proposed: it takes 72 runs that count for such an interval.
            """)
        .doesNotContain("\npitwall.");
  }

  @Test
  void whatNeverOccurredIsNotProposed() throws IOException {
    assertThat(proposed(runs(new Telemetry("crew"), "writer", 80, 1)))
        .contains(
            "# the longest time until offered work was taken up: nothing is proposed, only 0 runs"
                + " have it and 72 are needed")
        .doesNotContain("handoff-lost.acceptance=");
  }

  @Test
  void runsThatFailedOrInWhichSomethingWasFoundDoNotCount() throws IOException {
    Telemetry telemetry = runs(new Telemetry("crew"), "writer", 80, 1);
    telemetry.span(
        "failed",
        1,
        0,
        200_000,
        200_500,
        Map.of(
            "gen_ai.operation.name",
            "invoke_agent",
            "gen_ai.agent.name",
            "writer",
            "error.type",
            "Timeout"));
    telemetry.span(
        "loops",
        1,
        0,
        300_000,
        300_500,
        Map.of("gen_ai.operation.name", "invoke_agent", "gen_ai.agent.name", "writer"));
    for (int i = 0; i < 20; i++) {
      telemetry.span(
          "loops",
          10 + i,
          1,
          300_001 + i * 20,
          300_015 + i * 20,
          Map.of(
              "gen_ai.operation.name",
              "execute_tool",
              "gen_ai.tool.name",
              "search",
              "gen_ai.tool.call.arguments",
              "a",
              "gen_ai.tool.call.result",
              "same"));
    }
    assertThat(proposed(telemetry))
        .contains("# writer: 80 runs count, 2 do not.")
        .contains("pitwall.workflow.writer.detector.stall.call=720s\n");
  }

  @Test
  void theExtensionTakesWhatIsProposed() throws IOException {
    Telemetry telemetry = runs(new Telemetry("crew"), "a b:c", 80, 1);
    String text = proposed(telemetry);
    assertThat(text).contains("pitwall.workflow.a\\ b\\:c.detector.stall.call=720s");
    Path file = Files.writeString(folder.resolve("reviewed.properties"), text);
    Played played = Played.of(folder, telemetry.lines(), "--config", file.toString());
    assertThat(played.err()).doesNotContain("is not");
  }

  @Test
  void aRecordingWithoutRunsProposesNothing() throws IOException {
    assertThat(proposed(new Telemetry("crew"))).contains("# No run has ended in the recording.");
    assertThat(Played.of(List.of("--propose").toArray(String[]::new)).err())
        .contains("--propose needs a value");
  }
}

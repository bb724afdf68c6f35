package dev.pitwall.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Telemetry of other instrumentations and languages: spans of the GenAI conventions only. */
class ForeignSpansTest {

  private static final String SECRET = "the launch code is swordfish";

  @TempDir private Path folder;

  private static Map<String, String> agent(String name) {
    return Map.of("gen_ai.operation.name", "invoke_agent", "gen_ai.agent.name", name);
  }

  private static Map<String, String> tool(String name, String arguments, String result) {
    return Map.of(
        "gen_ai.operation.name",
        "execute_tool",
        "gen_ai.tool.name",
        name,
        "gen_ai.tool.call.arguments",
        arguments,
        "gen_ai.tool.call.result",
        result);
  }

  private static Telemetry loop(int times, boolean sameResult) {
    Telemetry telemetry = new Telemetry("crew");
    telemetry.span("t", 1, 0, 0, times * 2 + 2, agent("researcher"));
    for (int i = 0; i < times; i++) {
      telemetry.span(
          "t",
          10 + i,
          1,
          1 + i * 2,
          2 + i * 2,
          tool("search", SECRET, sameResult ? SECRET : SECRET + i));
    }
    return telemetry;
  }

  @Test
  void aLoopOfEqualCallsIsFoundByTheHashesOfTheirContent() throws IOException {
    Played played = Played.of(folder, loop(20, true).lines());
    assertThat(played.types()).containsExactly("loop");
    assertThat(played.findings().get(0))
        .startsWith("{\"type\":\"loop\",\"severity\":\"")
        .contains("\"workflow\":\"researcher\"", "\"agent\":\"researcher\"");
  }

  @Test
  void callsWithAlwaysNewResultsAreNoLoop() throws IOException {
    assertThat(Played.of(folder, loop(20, false).lines()).types()).doesNotContain("loop");
  }

  @Test
  void contentIsNeverPrinted() throws IOException {
    for (String format : new String[] {"json", "text"}) {
      Played played = Played.of(folder, loop(20, true).lines(), "--format", format);
      assertThat(played.out()).isNotEmpty();
      assertThat(played.out() + played.err()).doesNotContain("swordfish", "launch");
    }
  }

  @Test
  void theRunOfATraceHasTheIdOfTheTrace() throws IOException {
    String run = "%032x".formatted("t".hashCode());
    assertThat(Played.of(folder, loop(20, true).lines()).findings().get(0))
        .contains("\"run\":\"" + run + "\"");
  }

  @Test
  void failuresInQuickSuccessionAreARetryStormUnderTheNamesOfBothGenerations() throws IOException {
    for (String provider : new String[] {"gen_ai.system", "gen_ai.provider.name"}) {
      Telemetry telemetry = new Telemetry("crew");
      telemetry.span("t", 1, 0, 0, 60, agent("writer"));
      for (int i = 0; i < 30; i++) {
        telemetry.span(
            "t",
            10 + i,
            1,
            1 + i * 0.2,
            1.1 + i * 0.2,
            Map.of(
                "gen_ai.operation.name",
                "chat",
                provider,
                "openai",
                "gen_ai.request.model",
                "gpt-4o",
                "error.type",
                "500"));
      }
      assertThat(Played.of(folder, telemetry.lines()).types()).containsExactly("retry_storm");
    }
  }

  @Test
  void whatTwoInstrumentationsTellOfOneCallCountsOnce() throws IOException {
    Telemetry telemetry = new Telemetry("crew");
    telemetry.span("t", 1, 0, 0, 60, agent("writer"));
    for (int i = 0; i < 3; i++) {
      telemetry.span("t", 10 + i, 1, 1 + i, 1.9 + i, chat("500"));
      telemetry.span("t", 20 + i, 10 + i, 1.1 + i, 1.8 + i, chat("500"));
    }
    assertThat(Played.of(folder, telemetry.lines()).types()).isEmpty();
  }

  private static Map<String, String> chat(String error) {
    return Map.of(
        "gen_ai.operation.name",
        "chat",
        "gen_ai.request.model",
        "gpt-4o",
        "gen_ai.provider.name",
        "openai",
        "error.type",
        error);
  }

  @Test
  void agentsUnderSpansThatSayNothingAreOneRun() throws IOException {
    Telemetry telemetry = new Telemetry("crew");
    telemetry.span("t", 1, 0, 0, 100, Map.of("http.request.method", "POST"));
    for (int i = 0; i < 10; i++) {
      double at = 1 + i * 5;
      telemetry.span("t", 100 + i, 1, at, at + 4, agent("writer"));
      telemetry.span("t", 200 + i, 100 + i, at + 1, at + 2, tool("search", "a", "b"));
    }
    // One call in each of ten invocations: no invocation is a loop by itself.
    assertThat(Played.of(folder, telemetry.lines()).types()).containsExactly("loop");
  }

  @Test
  void aRunIsOverWithTheSpansAroundIt() throws IOException {
    Telemetry telemetry = loop(20, true);
    telemetry.span("later", 1, 0, 100_000, 100_001, agent("writer"));
    String finding = Played.of(folder, telemetry.lines()).findings().get(0);
    assertThat(finding).contains("\"resolved\":\"2025-11-29T01:00:4");
  }

  @Test
  void thatARecordingEndsIsNoSilence() throws IOException {
    Telemetry telemetry = new Telemetry("crew");
    // Its agent had not ended when the recording did, so that nothing of it was exported.
    telemetry.span("t", 10, 1, 1, 2, chat("500"));
    assertThat(Played.of(folder, telemetry.lines()).types()).isEmpty();
  }

  @Test
  void withoutTheBeginningOfARunNothingIsSaidOfItsPermission() throws IOException {
    Path config = folder.resolve("settings.properties");
    Files.writeString(config, "pitwall.authorization.workflows=*\n");
    Played played = Played.of(folder, loop(20, true).lines(), "--config", config.toString());
    assertThat(played.types()).containsExactly("loop");
    assertThat(played.err()).contains("1 runs without a permission in the recording begin before");
  }
}

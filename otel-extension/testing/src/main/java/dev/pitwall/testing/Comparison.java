package dev.pitwall.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.testing.conversation.Conversation;
import dev.pitwall.testing.conversation.Reply.Usage;
import dev.pitwall.testing.run.Cell;
import dev.pitwall.testing.run.Performance;
import dev.pitwall.testing.run.Played;
import dev.pitwall.testing.telemetry.Telemetry;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/**
 * The same conversations bare and watched.
 *
 * @param bare without an agent
 * @param watched with the agent and the extension
 */
record Comparison(Performance bare, Performance watched) {

  static final String UNSAMPLED = "-Dotel.traces.sampler=always_off";

  private static final String TOKENS = "gen_ai.client.token.usage";

  /** What must hold for a conversation. */
  Stream<Executable> checks(Played played, Cell cell) {
    // Only what the framework cannot do without us either.
    String unsupported = Performance.unsupported(bare(played));
    assumeTrue(unsupported.isEmpty(), unsupported);
    boolean sampled = !cell.flags().contains(UNSAMPLED);
    return Stream.of(
        () -> wasPlayedAsRecorded(played),
        () -> changesNothing(played),
        () -> isSeenAsRecorded(played, sampled),
        () -> countsTheTokensThatWereReported(played),
        () -> saysHowManyOfThemWereCachedAndThought(played, sampled),
        () -> tellsTheToolServerWhoCalls(played, sampled),
        () -> hasOnlyDeclaredNames(played),
        () -> leavesNothingOpen(played));
  }

  /** What must hold for the process. */
  Stream<Executable> checksOfProcess() {
    return Stream.of(
        () -> assertThat(watched.content()).as("content in what was exported").isEmpty(),
        () -> assertThat(watched.out()).as("standard output").isEqualTo(bare.out()),
        () -> assertThat(watched.err()).as("standard error").isEqualTo(bare.err()),
        () ->
            assertThat(watched.log())
                .as("the agent's log")
                .noneMatch(line -> line.contains("Pitwall failed") || line.contains(" ERROR "))
                .noneMatch(line -> line.contains(Conversation.MARKER)));
  }

  private static void wasPlayedAsRecorded(Played played) {
    assertThat(played.script().problems())
        .as("departures from the recording; the application saw %s", played.saw())
        .isEmpty();
    // Without content that travelled, its absence from telemetry would say nothing.
    assertThat(played.script().requests())
        .as("requests with content")
        .anyMatch(request -> request.contains(Conversation.MARKER));
  }

  private void changesNothing(Played played) {
    assertThat(saw(played)).as("what the application saw").isEqualTo(saw(bare(played)));
    assertThat(played.script().requests())
        .as("what the model was asked")
        .isEqualTo(bare(played).script().requests());
  }

  private Played bare(Played played) {
    return Objects.requireNonNull(bare.played().get(played.conversation().name()));
  }

  private static List<String> saw(Played played) {
    return played.conversation().concurrent()
        ? played.saw().stream().sorted().toList()
        : played.saw();
  }

  private static void isSeenAsRecorded(Played played, boolean sampled) throws Exception {
    Telemetry telemetry = played.telemetry();
    boolean concurrent = played.conversation().concurrent();
    if (sampled) {
      Expectation.check(played.conversation().name(), telemetry.render(concurrent));
    } else {
      assertThat(telemetry.spans()).as("spans").isEmpty();
      Expectation.checkUnsampled(
          played.conversation().name(), telemetry.metricLines(), telemetry.eventLines(concurrent));
    }
  }

  private static void countsTheTokensThatWereReported(Played played) {
    Usage reported = played.script().reported();
    Telemetry telemetry = played.telemetry();
    assertThat(telemetry.sum(TOKENS, "gen_ai.token.type = input"))
        .as("input tokens")
        .isEqualTo(reported.input());
    assertThat(telemetry.sum(TOKENS, "gen_ai.token.type = output"))
        .as("output tokens")
        .isEqualTo(reported.output());
  }

  private static void saysHowManyOfThemWereCachedAndThought(Played played, boolean sampled) {
    if (sampled) {
      Usage reported = played.script().reported();
      assertThat(played.telemetry().sumOfSpans(GenAi.CACHE_READ_TOKENS))
          .as("cached tokens")
          .isEqualTo(reported.cached());
      assertThat(played.telemetry().sumOfSpans(GenAi.REASONING_TOKENS))
          .as("reasoning tokens")
          .isEqualTo(reported.reasoning());
    }
  }

  private static void tellsTheToolServerWhoCalls(Played played, boolean sampled) {
    if (sampled) {
      assertThat(played.script().callers())
          .as("what the MCP server was told, of our spans")
          .allMatch(
              caller -> played.telemetry().traceParents().stream().anyMatch(caller::startsWith));
    }
  }

  private static void hasOnlyDeclaredNames(Played played) {
    assertThat(played.telemetry().mistakes()).as("departures from the conventions").isEmpty();
  }

  private static void leavesNothingOpen(Played played) {
    assertThat(played.telemetry().leftOpen()).as("left open").isEmpty();
  }
}

package dev.pitwall.sample.simulator.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.sample.simulator.scenario.Label;
import dev.pitwall.sample.simulator.scenario.Visibility;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorerTest {

  private static final long MINUTE = 60_000;

  private final Label loop =
      new Label(
          "loop/same-call",
          "trouble",
          1,
          "loop",
          "desk",
          "r1",
          "t1",
          List.of(new Label.TrueCause("agent", "writer")),
          10 * MINUTE,
          10 * MINUTE,
          11 * MINUTE,
          20 * MINUTE,
          List.of(new Label.Allowed("runaway_cost", "loops cost")),
          List.of("ping_pong"),
          Visibility.SPANS);
  private final Label calm =
      new Label(
          "loop/polling",
          "hard_negative",
          1,
          "loop",
          "desk",
          "r2",
          "t2",
          List.of(),
          0,
          0,
          0,
          0,
          List.of(),
          List.of(),
          Visibility.SPANS);

  @Test
  void aFindingOfItsTypeRunAndTimeTellsATrouble() {
    Verdict verdict = only(judge(found("loop", "r1", 12, "tool:search", "agent:writer")));
    assertThat(verdict.isFound()).isTrue();
    assertThat(verdict.delay()).isEqualTo(MINUTE);
    assertThat(verdict.sinceOnset()).isEqualTo(2 * MINUTE);
    assertThat(verdict.causeRank()).isEqualTo(2);
  }

  @Test
  void whatIsToldBeforeItCanBeKnownHasNoDelay() {
    assertThat(only(judge(found("loop", "r1", 10))).delay()).isZero();
  }

  @Test
  void standardSpansKnowARunByItsTrace() {
    assertThat(only(judge(found("loop", "t1", 12))).isFound()).isTrue();
  }

  @Test
  void severalFindingsOfOneTroubleCountOnce() {
    Verdict verdict = only(judge(found("loop", "r1", 15), found("loop", "r1", 12)));
    assertThat(verdict.reopened()).isEqualTo(1);
    assertThat(verdict.delay()).isEqualTo(MINUTE);
  }

  @Test
  void whatTheDefinitionsAllowAsWellIsRightToo() {
    assertThat(only(judge(found("ping_pong", "r1", 12))).isFound()).isTrue();
  }

  @Test
  void whatIsTrueBesidesIsNeitherRightNorWrong() {
    Scorer.Outcome outcome = judge(found("runaway_cost", "r1", 12));
    assertThat(only(outcome).isFound()).isFalse();
    assertThat(outcome.falseAlarms()).isEmpty();
  }

  @Test
  void allElseIsAFalseAlarm() {
    Scorer.Outcome outcome =
        judge(
            found("stall", "r1", 12),
            found("loop", "r1", 9),
            found("loop", "r1", 22),
            found("loop", "r2", 12),
            found("loop", "nobody", 12));
    assertThat(outcome.falseAlarms())
        .extracting(Scorer.FalseAlarm::scenario)
        .containsExactly("loop/same-call", "loop/same-call", "loop/same-call", "loop/polling", "");
    assertThat(only(outcome).isFound()).isFalse();
  }

  @Test
  void anEarlierAlarmDoesNotMakeALaterOneWrong() {
    Scorer.Outcome outcome = judge(found("loop", "r2", 12), found("loop", "r1", 12));
    assertThat(only(outcome).isFound()).isTrue();
    assertThat(outcome.falseAlarms()).hasSize(1);
  }

  private Scorer.Outcome judge(Found... findings) {
    return new Scorer(List.of(loop, calm)).judge(List.of(findings));
  }

  private static Verdict only(Scorer.Outcome outcome) {
    assertThat(outcome.verdicts()).hasSize(1);
    return outcome.verdicts().get(0);
  }

  private static Found found(String type, String run, long minute, String... causes) {
    return new Found(type, "desk", run, List.of(causes), 0, minute * MINUTE);
  }
}

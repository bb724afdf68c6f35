package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.signal.Evaluated;
import dev.pitwall.engine.signal.GateDecided;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunStarted;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QualityRegressionTest {

  private final Story story = new Story();
  private final Random random = new Random(4);
  private int runs;

  @Test
  void firesWhenScoresDropLastinglyAcrossRuns() {
    scores(40, i -> 0.8 + 0.03 * random.nextGaussian());
    long before = story.now();
    scores(12, i -> 0.4 + 0.03 * random.nextGaussian());
    Finding drop = story.opened.get(0);
    assertThat(drop.type()).isEqualTo(FindingType.QUALITY_REGRESSION);
    assertThat(drop.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(drop.subject()).isEqualTo("writer");
    assertThat(drop.cause().label()).isEqualTo("agent:writer");
    // The first of the worse results: its run's start is the first second after.
    assertThat(drop.onset()).isEqualTo(before + 2000);
    assertThat(drop.evidence())
        .matches(
            "Results of writer in quality fell from 0\\.(79|80) to 0\\.[345]\\d on average, over \\d results of \\d runs");
  }

  @Test
  void isHeldByOneRunAfterTheOtherUntilScoresRecover() {
    scores(40, i -> 0.8);
    scores(10, i -> 0.4);
    int runsWithFinding = story.opened.size();
    assertThat(runsWithFinding).isGreaterThan(2);
    assertThat(story.resolved).hasSize(runsWithFinding);
    assertThat(story.opened).extracting(Finding::onset).containsOnly(story.opened.get(0).onset());
    scores(20, i -> 0.8);
    int soFar = story.opened.size();
    scores(20, i -> 0.8);
    assertThat(story.opened).hasSize(soFar);
  }

  @Test
  void onlyOneOfSeveralOpenRunsHoldsIt() {
    scores(40, i -> 0.8);
    story.send(at -> new RunStarted("a", "desk", at)).send(at -> new RunStarted("b", "desk", at));
    for (int i = 0; i < 10; i++) {
      story.send(at -> score("a", "writer", 0.3, 0.3, at));
      story.send(at -> score("b", "writer", 0.3, 0.3, at));
    }
    assertThat(story.opened).hasSize(1);
    for (int i = 0; i < 20; i++) {
      story.send(at -> score("b", "writer", 0.8, 0.8, at));
    }
    story.silence(java.time.Duration.ofSeconds(20));
    assertThat(story.resolved).hasSize(1);
  }

  @Test
  void aRunThatIsGivenUpLetsGoOfIt() {
    scores(40, i -> 0.8);
    story.send(at -> new RunStarted("a", "desk", at));
    for (int i = 0; i < 20; i++) {
      story.send(at -> score("a", "writer", 0.3, 0.3, at));
    }
    assertThat(story.opened).hasSize(1);
    story.engine.tick(story.now() + 2 * 86_400_000L);
    assertThat(story.evicted).containsExactly("a");
    scores(1, i -> 0.3);
    assertThat(story.opened).hasSize(2);
  }

  @Test
  void findsAGateThatFailsMoreOften() {
    for (int i = 0; i < 60; i++) {
      gate(random.nextInt(20) != 0);
    }
    assertThat(story.opened).isEmpty();
    for (int i = 0; i < 12; i++) {
      gate(random.nextInt(4) == 0);
    }
    assertThat(story.opened).isNotEmpty();
    assertThat(story.opened.get(0).cause().label()).isEqualTo("agent:writer");
  }

  @Test
  void findsADropInsideOneLongRun() {
    story.begin();
    for (int i = 0; i < 40; i++) {
      story.send(at -> score(Story.RUN, "writer", 0.8, 0.8, at));
    }
    for (int i = 0; i < 14; i++) {
      story.send(at -> score(Story.RUN, "writer", 0.3, 0.3, at));
    }
    assertThat(story.opened).isEmpty();
    story.send(at -> score(Story.RUN, "writer", 0.3, 0.3, at));
    assertThat(story.opened).hasSize(1);
    assertThat(story.opened.get(0).cause().label()).isEqualTo("agent:writer");
  }

  @Test
  void blamesAnEvaluationThatGotStricterWithEverybody() {
    for (int i = 0; i < 40; i++) {
      run("writer", 0.8, 0.8);
      run("editor", 0.8, 0.8);
    }
    for (int i = 0; i < 8; i++) {
      run("writer", 0.3, 0.3);
      run("editor", 0.3, 0.3);
    }
    assertThat(story.opened)
        .last()
        .extracting(f -> f.cause().label())
        .isEqualTo("resource:quality");
  }

  @Test
  void worksWithoutKnownRange() {
    scoresOf("writer", 40, i -> 7.5 + 0.5 * random.nextGaussian());
    scoresOf("writer", 12, i -> 4 + 0.5 * random.nextGaussian());
    assertThat(story.opened).isNotEmpty();
  }

  @Test
  void isSilentOnSingleBadResults() {
    scores(400, i -> i % 10 == 9 ? 0.0 : 0.8 + 0.03 * random.nextGaussian());
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnAHardCaseThatIsJudgedAgainAndAgain() {
    scores(40, i -> 0.8 + 0.03 * random.nextGaussian());
    story.begin();
    for (int i = 0; i < 10; i++) {
      story.send(at -> score(Story.RUN, "writer", 0.4, 0.4, at));
    }
    story.end();
    scores(10, i -> 0.8 + 0.03 * random.nextGaussian());
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnASlowSmallDrift() {
    scores(1000, i -> 0.9 - 0.0003 * i + 0.05 * random.nextGaussian());
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnASmallStep() {
    scores(100, i -> 0.8 + 0.01 * random.nextGaussian());
    scores(100, i -> 0.75 + 0.01 * random.nextGaussian());
    assertThat(story.opened).isEmpty();
  }

  @Test
  void anotherScaleStartsAnew() {
    // Marks of ten, then shares; and another range of the same evaluator.
    scoresOf("writer", 40, i -> 8 + 0.3 * random.nextGaussian());
    scoresOf("writer", 40, i -> 0.8 + 0.03 * random.nextGaussian());
    scoresOf("writer", 40, i -> 80 + 3 * random.nextGaussian());
    for (int i = 0; i < 60; i++) {
      double place = 0.8 + 0.1 * random.nextDouble();
      run("editor", 10 * place, place);
    }
    for (int i = 0; i < 60; i++) {
      double place = 0.4 + 0.1 * random.nextDouble();
      run("editor", 20 * place, place);
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void retriesOfAHardCaseCountOnce() {
    for (int i = 0; i < 60; i++) {
      gate(true);
    }
    story.begin();
    for (int i = 1; i < 40; i++) {
      int attempt = i;
      story.send(at -> verdict(Story.RUN, false, attempt, at));
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void whatHasLastedVeryLongIsTheNewNormal() {
    scores(40, i -> 0.8);
    scores(300, i -> 0.4);
    int soFar = story.opened.size();
    scores(100, i -> 0.4);
    assertThat(story.opened).hasSize(soFar);
  }

  /**
   * 400 workflows of 500 results each, nothing of which gets worse: at one false alarm in 10,000
   * there may be 20.
   */
  @Test
  void falseAlarmsUnderNoiseStayFarBelowWhatIsAllowed() {
    int alarms = 0;
    for (int seed = 0; seed < 100; seed++) {
      Random noise = new Random(seed);
      alarms += alarms(i -> 0.7 + 0.1 * noise.nextGaussian());
      alarms += alarms(i -> noise.nextDouble());
      alarms += alarms(i -> Math.min(1, 0.9 - 0.1 * Math.log(1 - noise.nextDouble()) * -1));
      alarms += gateAlarms(0.1, noise);
    }
    assertThat(alarms).as("false alarms").isLessThanOrEqualTo(5);
  }

  /** Of drops by three deviations, none is missed and half are found within eight results. */
  @Test
  void findsDropsSoon() {
    int[] delays = new int[200];
    for (int seed = 0; seed < delays.length; seed++) {
      Random noise = new Random(seed);
      Story one = new Story();
      for (int i = 0; i < 60; i++) {
        run(one, i, "writer", 0.8 + 0.08 * noise.nextGaussian());
      }
      assertThat(one.opened).isEmpty();
      int delay = 0;
      while (one.opened.isEmpty() && delay < 100) {
        run(one, 60 + delay++, "writer", 0.56 + 0.08 * noise.nextGaussian());
      }
      delays[seed] = delay;
    }
    java.util.Arrays.sort(delays);
    assertThat(delays[100]).isLessThanOrEqualTo(8);
    assertThat(delays[199]).isLessThan(30);
  }

  private static int alarms(IntToDoubleFunction score) {
    Story one = new Story();
    for (int i = 0; i < 500 && one.opened.isEmpty(); i++) {
      run(one, i, "writer", Math.max(0, Math.min(1, score.applyAsDouble(i))));
    }
    return one.opened.isEmpty() ? 0 : 1;
  }

  private static int gateAlarms(double failures, Random noise) {
    Story one = new Story();
    for (int i = 0; i < 500 && one.opened.isEmpty(); i++) {
      String id = "r" + i;
      boolean passed = noise.nextDouble() >= failures;
      one.send(at -> new RunStarted(id, "desk", at));
      one.send(at -> verdict(id, passed, 1, at));
      one.send(at -> new RunEnded(id, "desk", null, at));
    }
    return one.opened.isEmpty() ? 0 : 1;
  }

  private void scores(int times, IntToDoubleFunction score) {
    for (int i = 0; i < times; i++) {
      double value = Math.max(0, Math.min(1, score.applyAsDouble(i)));
      run("writer", value, value);
    }
  }

  private void scoresOf(String agent, int times, IntToDoubleFunction score) {
    for (int i = 0; i < times; i++) {
      run(agent, score.applyAsDouble(i), null);
    }
  }

  private void run(String agent, double score, @Nullable Double normalized) {
    String id = "r" + ++runs;
    story.send(at -> new RunStarted(id, "desk", at));
    story.send(at -> score(id, agent, score, normalized, at));
    story.send(at -> new RunEnded(id, "desk", null, at));
  }

  private static void run(Story story, int number, String agent, double score) {
    String id = "r" + number;
    story.send(at -> new RunStarted(id, "desk", at));
    story.send(at -> score(id, agent, score, score, at));
    story.send(at -> new RunEnded(id, "desk", null, at));
  }

  private void gate(boolean passed) {
    String id = "r" + ++runs;
    story.send(at -> new RunStarted(id, "desk", at));
    story.send(at -> verdict(id, passed, 1, at));
    story.send(at -> new RunEnded(id, "desk", null, at));
  }

  private static Evaluated score(
      String run, String agent, double score, @Nullable Double normalized, long at) {
    return new Evaluated(run, 0, agent, "quality", score, normalized, at);
  }

  private static GateDecided verdict(String run, boolean passed, int attempt, long at) {
    String result = passed ? "passed" : "failed";
    return new GateDecided(
        run, "writer", null, "facts", passed ? "pass" : "fail", result, "pass", attempt, at);
  }
}

package dev.pitwall.sample.simulator.scenario;

import static dev.pitwall.sample.simulator.scenario.Scenario.harmless;
import static dev.pitwall.sample.simulator.scenario.Scenario.trouble;

import dev.pitwall.sample.simulator.workforce.Run;
import dev.pitwall.sample.simulator.workforce.Verdicts;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Results that become worse lastingly. A single bad one is ordinary, so a drop shows with the third
 * in a row that is worse than all that came before.
 */
final class Quality {

  private static final String TYPE = "quality_regression";
  private static final int LASTING = 3;

  private Quality() {}

  static List<Scenario> all() {
    return List.of(
        trouble(
            TYPE,
            "scores-drop",
            Visibility.EXTENSION_ONLY,
            "an agent's scores are lower from one run on",
            Quality::scoresDrop),
        trouble(
            TYPE,
            "gate-sends-back",
            Visibility.EXTENSION_ONLY,
            "a gate that nearly always let pass sends most back from one run on",
            Quality::gate),
        trouble(
            TYPE,
            "weaker-model",
            Visibility.EXTENSION_ONLY,
            "an agent gets a weaker model and its scores spread around a lower mean",
            Quality::weakerModel),
        harmless(TYPE, "noise", "scores go up and down around the same mean", Quality::noise),
        harmless(TYPE, "one-bad-result", "one result in many is bad", Quality::oneBad),
        harmless(
            TYPE,
            "other-scale",
            "another evaluator gives points on another scale",
            Quality::otherScale),
        harmless(
            TYPE,
            "small-slow-drift",
            "scores drift down by a few hundredths over many runs",
            Quality::drift));
  }

  /** An agent whose work an evaluator scores, run by run. */
  private static final class Series {

    private final Stage stage;
    private final Workplace place;
    private final String agent;
    private final String evaluation;

    Series(Stage stage) {
      this.stage = stage;
      this.place = stage.place();
      this.agent = place.agent();
      this.evaluation = "rubric-" + stage.dice().hex(3);
    }

    void healthy(int runs, DoubleUnaryOperator score) {
      for (int i = 0; i < runs; i++) {
        double given = clamp(score.applyAsDouble(i));
        stage.earlier(run -> once(run, evaluation, given));
      }
    }

    Run once(Run run, String name, double given) {
      work(run);
      Verdicts.score(run, name, agent, Math.round(1_000 * given) / 1_000.0);
      run.beat();
      run.progressed(1, 1);
      return run;
    }

    private void work(Run run) {
      run.begin(1);
      run.invoke(
          agent,
          place.text("brief"),
          it -> {
            it.think();
            return place.text("text");
          });
    }

    void judged(Run run, boolean passed) {
      work(run);
      Verdicts.gate(run, "facts", agent, passed, 1, null);
      run.beat();
      run.progressed(1, 1);
    }

    private static double clamp(double score) {
      return Math.max(0, Math.min(1, score));
    }
  }

  private static DoubleUnaryOperator around(Stage stage, double mean, double spread) {
    return i -> stage.dice().normal(mean, spread);
  }

  private static void worse(
      Stage stage, Series series, DoubleUnaryOperator score, Trouble.Factory trouble) {
    int runs = stage.dice().between(10, 16);
    Run first = stage.run();
    Trouble truth = trouble.of(first);
    for (int i = 1; i <= runs; i++) {
      Run run = i == 1 ? first : stage.run();
      series.once(run, series.evaluation, Series.clamp(score.applyAsDouble(i)));
      mark(truth, run, i);
      run.complete();
      series.place.pause((long) (1_000 * stage.dice().magnitude(5, 600)));
    }
    truth.ends();
  }

  private static void mark(Trouble trouble, Run run, int bad) {
    if (bad == 1) {
      trouble.beginsAt(run.place().now());
    }
    if (bad == LASTING) {
      trouble.showsAt(run.place().now());
    }
  }

  private static void drops(Stage stage, double spread, double drop) {
    Series series = new Series(stage);
    double mean = stage.dice().between(0.75, 0.92);
    series.healthy(stage.dice().between(30, 45), around(stage, mean, spread));
    worse(
        stage,
        series,
        around(stage, mean - drop, spread),
        run ->
            stage
                .trouble(TYPE, run)
                .causedBy("agent", series.agent)
                .causedBy("resource", series.evaluation));
  }

  private static void scoresDrop(Stage stage) {
    drops(stage, stage.dice().between(0.02, 0.05), stage.dice().between(0.25, 0.5));
  }

  private static void weakerModel(Stage stage) {
    drops(stage, stage.dice().between(0.04, 0.07), stage.dice().between(0.25, 0.4));
  }

  private static void gate(Stage stage) {
    Series series = new Series(stage);
    for (int i = stage.dice().between(40, 60); i > 0; i--) {
      boolean passed = stage.dice().chance(0.96);
      stage.earlier(run -> series.judged(run, passed));
    }
    int runs = stage.dice().between(14, 22);
    Run first = stage.run();
    Trouble trouble =
        stage.trouble(TYPE, first).causedBy("agent", series.agent).causedBy("resource", "facts");
    int bad = 0;
    for (int i = 1; i <= runs; i++) {
      Run run = i == 1 ? first : stage.run();
      boolean passed = i > LASTING && stage.dice().chance(0.12);
      series.judged(run, passed);
      bad += passed ? 0 : 1;
      mark(trouble, run, passed ? 0 : bad);
      run.complete();
      series.place.pause((long) (1_000 * stage.dice().magnitude(5, 600)));
    }
    trouble.ends();
  }

  private static void noise(Stage stage) {
    Series series = new Series(stage);
    double mean = stage.dice().between(0.7, 0.9);
    series.healthy(
        stage.dice().between(40, 60), around(stage, mean, stage.dice().between(0.03, 0.09)));
  }

  private static void oneBad(Stage stage) {
    Series series = new Series(stage);
    DoubleUnaryOperator usual = around(stage, 0.85, 0.04);
    series.healthy(stage.dice().between(25, 40), usual);
    Run run = stage.run();
    series.once(run, series.evaluation, stage.dice().between(0.05, 0.4)).complete();
    series.healthy(stage.dice().between(6, 12), usual);
  }

  private static void otherScale(Stage stage) {
    Series series = new Series(stage);
    series.healthy(stage.dice().between(25, 40), around(stage, 0.85, 0.04));
    for (int i = stage.dice().between(8, 14); i > 0; i--) {
      Run run = stage.run();
      series.once(run, "stars", stage.dice().between(1, 3)).complete();
    }
  }

  private static void drift(Stage stage) {
    Series series = new Series(stage);
    int runs = stage.dice().between(50, 70);
    double down = stage.dice().between(0.02, 0.05);
    series.healthy(runs, i -> stage.dice().normal(0.85 - down * i / runs, 0.04));
  }
}

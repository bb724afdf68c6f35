package dev.pitwall.engine.detector;

import dev.pitwall.engine.detector.FindingSink.OpenFinding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.history.ScoreTrend;
import dev.pitwall.engine.history.ScoreTrend.Demand;
import dev.pitwall.engine.history.ScoreTrend.Regression;
import dev.pitwall.engine.history.WorkflowHistory.Judged;
import dev.pitwall.engine.signal.Evaluated;
import dev.pitwall.engine.signal.GateDecided;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * Quality is compared with its own history, over all runs of the workflow in this JVM, for each agent in each evaluation or
 * gate: ScoreTrend has the test, its error and its source. This class adds up what happens in one run and tells of it.
 *
 * A regression outlives the run in which it was noticed, but a finding is a run's. So one run at a time holds it: the one in
 * which it was noticed, and when that ends, the next run of the workflow in which a result comes and it still lasts. The
 * onset stays that of the first of the worse results. Between two runs nothing is open: nothing runs that could be worse.
 *
 * Needs scores or verdicts; a score without a known range is compared on its own scale, and another scale starts anew. Only
 * the first verdict on an attempt counts, because retries of a hard case are not independent. It is over when results are
 * back, also if another run shows that (looked at every LOOK).
 */
/** Finds agents and evaluations whose results have become worse lastingly. */
final class QualityRegressionDetector implements Detector {

  private static final long LOOK = 10_000;
  private static final double SEVERE = 0.3;

  private final Demand demand;
  private final Scene scene;
  private @Nullable Map<Judged, Held> held;

  private record Held(ScoreTrend trend, OpenFinding finding, int said) {}

  private QualityRegressionDetector(QualityRegressionSettings settings, Scene scene) {
    this.demand =
        new Demand(settings.falseAlarm(), settings.learn(), settings.results(), settings.drop());
    this.scene = scene;
  }

  static Factory factory(QualityRegressionSettings settings) {
    return Factory.startingWith(
        Set.of(Evaluated.class, GateDecided.class),
        scene -> new QualityRegressionDetector(settings, scene));
  }

  @Override
  public void on(Evaluated evaluated) {
    ScoreTrend trend = scene.history().trend(evaluated.agent(), evaluated.evaluation());
    trend.score(evaluated.run(), evaluated.score(), evaluated.normalized(), evaluated.at(), demand);
    judge(new Judged(evaluated.agent(), evaluated.evaluation()), trend, evaluated.at());
  }

  @Override
  public void on(GateDecided decided) {
    boolean passed = decided.result().equals("passed");
    if (decided.attempt() > 1 || (!passed && !decided.result().equals("failed"))) {
      return;
    }
    ScoreTrend trend = scene.history().trend(decided.agent(), decided.gate());
    trend.verdict(decided.run(), passed, decided.at(), demand);
    judge(new Judged(decided.agent(), decided.gate()), trend, decided.at());
  }

  @Override
  public long onTime(long now) {
    if (held == null) {
      return NEVER;
    }
    for (Iterator<Held> i = held.values().iterator(); i.hasNext(); ) {
      Held one = i.next();
      if (one.trend().regression() == null) {
        one.finding().resolve(now);
        one.trend().release(scene.run().run());
        i.remove();
      }
    }
    return held.isEmpty() ? NEVER : now + LOOK;
  }

  @Override
  public long onEnd(long at) {
    if (held != null) {
      held.values().forEach(one -> one.trend().release(scene.run().run()));
      held = null;
    }
    return NEVER;
  }

  private void judge(Judged judged, ScoreTrend trend, long at) {
    Regression regression = trend.regression();
    Held mine = held == null ? null : held.get(judged);
    if (regression == null) {
      if (mine != null) {
        onTime(at);
      }
    } else if (mine == null) {
      if (trend.hold(scene.run().run())) {
        held = held == null ? new HashMap<>(2) : held;
        OpenFinding opened = scene.findings().open(draft(judged, regression), at);
        held.put(judged, new Held(trend, opened, regression.results()));
        scene.alarm().at(at + LOOK);
      }
    } else if (held != null && regression.results() >= 2 * mine.said()) {
      Draft now = draft(judged, regression);
      mine.finding()
          .update(said -> said.withEvidence(now.evidence()).withSeverity(now.severity()), at);
      held.put(judged, new Held(trend, mine.finding(), regression.results()));
    }
  }

  private Draft draft(Judged judged, Regression regression) {
    String agent = judged.agent();
    // An agent that got worse does so in every evaluation, an evaluator that got stricter with
    // everybody.
    double agents = 3;
    double evaluations = 1;
    for (Map.Entry<Judged, ScoreTrend> other : scene.history().trends().entrySet()) {
      boolean sameAgent = agent != null && agent.equals(other.getKey().agent());
      boolean sameEvaluation = judged.evaluation().equals(other.getKey().evaluation());
      if (sameAgent != sameEvaluation && other.getValue().isSuspicious(demand)) {
        agents += sameAgent ? 4 : 0;
        evaluations += sameEvaluation ? 4 : 0;
      }
    }
    double drop = (regression.usual() - regression.lately()) / regression.range();
    return new Draft(
        FindingType.QUALITY_REGRESSION,
        drop >= SEVERE ? Severity.CRITICAL : Severity.WARNING,
        agent,
        agent == null ? judged.evaluation() : agent,
        agent == null ? Set.of(judged.evaluation()) : Set.of(agent, judged.evaluation()),
        new Ranking()
            .add("agent", agent, agents)
            .add("resource", judged.evaluation(), evaluations)
            .causes(),
        "Results%s in %s fell from %s to %s on average, over %d results of %d %s"
            .formatted(
                agent == null ? "" : " of " + agent,
                judged.evaluation(),
                Words.decimal(regression.usual()),
                Words.decimal(regression.lately()),
                regression.results(),
                regression.runs(),
                regression.runs() == 1 ? "run" : "runs"),
        "See what has changed since then: model, prompt, tools or data of %s, or the evaluation itself."
            .formatted(agent == null ? "the workflow" : agent),
        regression.since());
  }
}

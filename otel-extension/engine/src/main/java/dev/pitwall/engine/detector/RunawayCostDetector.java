package dev.pitwall.engine.detector;

import dev.pitwall.engine.detector.FindingSink.OpenFinding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.history.Measure;
import dev.pitwall.engine.history.Quantiles;
import dev.pitwall.engine.run.Estimate;
import dev.pitwall.engine.run.RunState;
import dev.pitwall.engine.signal.Budget;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/*
 * What a run may spend is what its plan says: tokens, cost, calls, time. A run inside its budget is expensive at most. When
 * by its plan (declared progress or tasks, not a guess) it heads for `projection` times the budget and four fifths are gone,
 * that is said before the rest is gone too; it is taken back if progress catches up.
 *
 * Without a limit of spending, the workflow's earlier successful runs tell: past `factor` times their 95th percentile, with
 * minRuns of them at least and an absolute floor, so that cheap workflows may vary as they like. The largest single call is
 * left out, because one large prompt is no run that got away; calls count only where tokens are not known, because many tiny
 * calls are no spending. The percentile is off by at most 5 % as a sketch (Quantiles), and as an estimate from twenty runs
 * it is the largest but one: hence a factor and not a sum of deviations, which a skewed distribution does not have.
 *
 * Needs model calls; tokens, prices, plan and history where there are any. With neither budget nor history nothing is
 * decided. Constant work for a signal, until the floor is passed not even a look at the history. Onset is the call with
 * which the limit was passed. Recorded: it ends with the run. Who spent it is counted in constant room (HeavyHitters).
 */
/** Finds runs that spend more than their budget, or far more than is usual. */
final class RunawayCostDetector implements Detector {

  private static final double USUAL = 0.95;
  private static final double SEVERE = 1.5;
  private static final double MOSTLY_GONE = 0.8;
  private static final double TOO_EARLY = 0.1;
  private static final double INVOLVED = 0.2;

  private final RunawayCostSettings settings;
  private final Scene scene;
  private final HeavyHitters spenders = new HeavyHitters();
  private double largestTokens;
  private double largestCost;
  private @Nullable OpenFinding runaway;
  private boolean projected;
  private double said;

  /** Something that is limited, and how much of it is gone. */
  private record Spending(
      String what, double spent, double limit, boolean declared, DoubleFunction<String> words) {
    double ratio() {
      return spent / limit;
    }
  }

  private RunawayCostDetector(RunawayCostSettings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
  }

  static Factory factory(RunawayCostSettings settings) {
    return Factory.startingWith(
        Set.of(ModelEnded.class, RunPlanned.class),
        scene -> new RunawayCostDetector(settings, scene));
  }

  @Override
  public void on(RunPlanned planned) {
    watchTime();
  }

  @Override
  public void on(RunStarted started) {
    watchTime();
  }

  @Override
  public void on(ModelEnded call) {
    double tokens = (double) call.usage().tokens();
    largestTokens = Math.max(largestTokens, tokens);
    largestCost = Math.max(largestCost, call.usage().cost() == null ? 0 : call.usage().cost());
    if (call.agent() != null) {
      spenders.add(call.agent(), Math.max(1, tokens));
    }
    judge(call.at());
  }

  @Override
  public long onTime(long now) {
    long end = endOfTime();
    if (end <= now) {
      judge(now);
      return NEVER;
    }
    return end;
  }

  private void watchTime() {
    scene.alarm().at(endOfTime());
  }

  private long endOfTime() {
    RunState run = scene.run();
    long millis = run.plan().budget().millis();
    return millis > 0 && run.isStarted() ? run.startedAt() + millis + 1 : NEVER;
  }

  private void judge(long at) {
    Spending worst = null;
    for (Spending spending : spendings(at)) {
      worst = worst == null || spending.ratio() > worst.ratio() ? spending : worst;
    }
    if (worst == null) {
      return;
    }
    if (worst.ratio() > 1) {
      passed(worst, at);
    } else if (worst.declared()) {
      project(worst, at);
    }
  }

  private void passed(Spending spending, long at) {
    if (runaway == null) {
      said = spending.ratio();
      runaway = scene.findings().open(draft(spending, at), at);
    } else if (projected || spending.ratio() >= SEVERE * said) {
      said = spending.ratio();
      Draft now = draft(spending, at);
      runaway.update(
          before ->
              before
                  .withEvidence(now.evidence())
                  .withSeverity(now.severity())
                  .withCauses(now.causes()),
          at);
    }
    projected = false;
  }

  private void project(Spending spending, long at) {
    if (spending.ratio() < MOSTLY_GONE || (runaway != null && !projected)) {
      return;
    }
    Estimate estimate = scene.run().estimate(at, 0);
    if (estimate.source() != Estimate.Source.PLAN || estimate.progress() < TOO_EARLY) {
      return;
    }
    double heading = spending.ratio() / estimate.progress();
    if (runaway == null && heading >= settings.projection()) {
      projected = true;
      runaway = scene.findings().open(projection(spending, estimate.progress(), at), at);
    } else if (runaway != null && heading <= 1) {
      runaway.resolve(at);
      runaway = null;
      projected = false;
    }
  }

  private List<Spending> spendings(long at) {
    RunState run = scene.run();
    Budget budget = run.plan().budget();
    double tokens = run.spend().tokens();
    double cost = run.spend().cost();
    double calls = run.spend().calls();
    if (budget.equals(Budget.NONE)) {
      return unbudgeted(tokens, cost, calls);
    }
    double millis = run.isStarted() ? at - run.startedAt() : 0;
    List<Spending> limited =
        Stream.of(
                new Spending("tokens", tokens, budget.tokens(), true, Words::count),
                new Spending("cost", cost, budget.cost(), true, Words::decimal),
                new Spending("model calls", calls, budget.calls(), true, Words::count),
                new Spending("time", millis, budget.millis(), true, t -> Words.duration((long) t)))
            .filter(spending -> spending.limit() > 0)
            .collect(Collectors.toCollection(ArrayList::new));
    if (budget.tokens() <= 0 && budget.cost() <= 0 && budget.calls() <= 0) {
      limited.addAll(unbudgeted(tokens, cost, calls));
    }
    return limited;
  }

  private List<Spending> unbudgeted(double tokens, double cost, double calls) {
    if (cost - largestCost > settings.minCost()) {
      double limit = unusual(Measure.RUN_COST, settings.minCost());
      return List.of(new Spending("cost", cost - largestCost, limit, false, Words::decimal));
    }
    if (tokens - largestTokens > settings.minTokens()) {
      double limit = unusual(Measure.RUN_TOKENS, settings.minTokens());
      return List.of(new Spending("tokens", tokens - largestTokens, limit, false, Words::count));
    }
    if (tokens == 0 && calls > settings.minCalls()) {
      double limit = unusual(Measure.RUN_CALLS, settings.minCalls());
      return List.of(new Spending("model calls", calls, limit, false, Words::count));
    }
    return List.of();
  }

  private double unusual(Measure measure, double floor) {
    Quantiles earlier = scene.history().of(measure);
    return earlier.count() < settings.minRuns()
        ? Double.POSITIVE_INFINITY
        : Math.max(floor, settings.factor() * earlier.at(USUAL));
  }

  private Draft draft(Spending spending, long at) {
    String evidence =
        spending.declared()
            ? "The run has used %s %s, %s its budget of %s"
                .formatted(
                    spending.words().apply(spending.spent()),
                    spending.what(),
                    Words.times(spending.ratio()),
                    spending.words().apply(spending.limit()))
            : "The run has used %s %s beside its largest call, %s what 95 %% of earlier runs needed in all"
                .formatted(
                    spending.words().apply(spending.spent()),
                    spending.what(),
                    Words.times(
                        spending.ratio() * Math.max(1, spending.limit() / usual(spending.what()))));
    return draft(spending.ratio() >= SEVERE ? Severity.CRITICAL : Severity.WARNING, evidence, at);
  }

  private double usual(String what) {
    Measure measure =
        switch (what) {
          case "cost" -> Measure.RUN_COST;
          case "tokens" -> Measure.RUN_TOKENS;
          default -> Measure.RUN_CALLS;
        };
    return Math.max(1e-6, scene.history().of(measure).at(USUAL));
  }

  private Draft projection(Spending spending, double progress, long at) {
    return draft(
        Severity.WARNING,
        "The run has used %s of its budget of %s %s with %s of its plan done"
            .formatted(
                Words.percent(spending.ratio()),
                spending.words().apply(spending.limit()),
                spending.what(),
                Words.percent(progress)),
        at);
  }

  private Draft draft(Severity severity, String evidence, long at) {
    List<HeavyHitters.Share> shares = spenders.shares();
    Ranking ranking = new Ranking();
    shares.forEach(share -> ranking.add("agent", share.name(), share.share()));
    String most = shares.isEmpty() ? null : shares.get(0).name();
    return new Draft(
        FindingType.RUNAWAY_COST,
        severity,
        null,
        scene.run().workflow(),
        shares.stream()
            .filter(share -> share.share() >= INVOLVED)
            .map(HeavyHitters.Share::name)
            .collect(Collectors.toUnmodifiableSet()),
        most == null ? ranking.add("agent", scene.run().workflow(), 1).causes() : ranking.causes(),
        most == null
            ? evidence
            : evidence
                + "; %s spent %s of it".formatted(most, Words.percent(shares.get(0).share())),
        "See what %s is doing and whether it is worth it; stop the run or raise its budget."
            .formatted(most == null ? "the run" : most),
        at);
  }
}

package dev.pitwall.engine.history;

import org.jspecify.annotations.Nullable;

/*
 * Whether results have become worse lastingly is asked with Page's cumulative sum (Page, "Continuous Inspection Schemes",
 * Biometrika 1954) of log-likelihood ratios: S = max(0, S + ln(p_worse(x) / p_usual(x))), alarm at S >= ln(A). With known
 * distributions the mean number of results up to a false alarm is at least A (Lorden, "Procedures for Reacting to a Change in
 * Distribution", Ann. Math. Stat. 1971), and no test with that bound is quicker in the worst case (Moustakides 1986).
 *   - Scores are taken for normal, worse by two deviations; a result counts as three deviations at most, so that one or two
 *     bad ones never do. The mean and deviation come from the results themselves, 20 at first, then with a memory of 50: a
 *     slow drift is followed and is not a drop. A deviation is at least a twentieth of the range.
 *   - Verdicts of gates are taken for Bernoulli, worse by three times the failures and by three tenths.
 * That the parameters are estimated costs part of A, what else is demanded gives it back: QualityRegressionTest has 3 false
 * alarms in 200,000 results of four kinds of noise at A = 10,000, and finds drops of three deviations after 5 results, 7 at
 * most.
 * Results within one run depend on each other (a hard case is judged again and again), so what is worse must be so in two
 * runs, or for three times as many results in one; and the drop must matter, not only be significant.
 *
 * The first of the worse results is where S left zero (the maximum likelihood estimate of the change). It is over when the
 * moving average is back within the noise of the old level. After 200 results at the new level that level is the usual one.
 */
/**
 * The results of one agent in one evaluation or gate, over all runs of a workflow in this JVM. Safe
 * for use by several threads.
 */
public final class ScoreTrend {

  private static final int NEW_NORMAL = 200;
  private static final double LATELY = 0.3;
  private static final int ALONE = 3;
  private static final int BACK = 3;

  private final Scale scale = new Scale();
  private Baseline usual = new PassBaseline();
  private double sum;
  private double worseTotal;
  private int worse;
  private int runs;
  private long worseSince;
  private double before;
  private @Nullable String lastRun;
  private @Nullable Regression regression;
  private double lately;
  private int since;
  private int back;
  private @Nullable String holder;

  /**
   * What is asked for.
   *
   * @param falseAlarm one in so many results on average may be a false alarm
   * @param learn how many results tell what is usual
   * @param results how many results must be worse
   * @param drop by how much of the range the average must have dropped
   */
  public record Demand(int falseAlarm, int learn, int results, double drop) {}

  /**
   * Results have become worse.
   *
   * @param since when the first of the worse came, epoch milliseconds
   * @param usual what they were on average
   * @param lately what they have been since
   * @param results how many those are
   * @param runs of how many runs
   * @param range of what range
   */
  public record Regression(
      long since, double usual, double lately, int results, int runs, double range) {}

  /** A score was given; {@code normalized} is its place in its range, if that is known. */
  public synchronized void score(
      String run, double score, @Nullable Double normalized, long at, Demand demand) {
    ScoreBaseline before = usual instanceof ScoreBaseline known ? known : null;
    double value = normalized == null ? score : normalized;
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return;
    }
    if (scale.isOther(score, normalized, before) || before == null) {
      anew(new ScoreBaseline(normalized != null));
    }
    result(run, value, at, demand);
  }

  /** A gate passed or failed. */
  public synchronized void verdict(String run, boolean passed, long at, Demand demand) {
    if (!(usual instanceof PassBaseline)) {
      anew(new PassBaseline());
    }
    result(run, passed ? 1 : 0, at, demand);
  }

  /** What is worse now, if anything. */
  public synchronized @Nullable Regression regression() {
    return regression;
  }

  /** Whether there is some evidence of having become worse: half of what it takes. */
  public synchronized boolean isSuspicious(Demand demand) {
    return regression != null || sum >= Math.log(demand.falseAlarm()) / 2;
  }

  /** Whether this run is to tell of it: it is the first that asks, until it lets go. */
  public synchronized boolean hold(String run) {
    if (holder == null) {
      holder = run;
    }
    return holder.equals(run);
  }

  /** The run tells of it no longer. */
  public synchronized void release(String run) {
    if (run.equals(holder)) {
      holder = null;
    }
  }

  private void anew(Baseline baseline) {
    usual = baseline;
    regression = null;
    forgive();
  }

  private void forgive() {
    sum = 0;
    worse = 0;
    worseTotal = 0;
    runs = 0;
  }

  private void result(String run, double value, long at, Demand demand) {
    if (usual.learnt() < demand.learn()) {
      usual.learn(value);
    } else if (regression == null) {
      inspect(run, value, at, demand);
    } else {
      watch(run, value, regression);
    }
    lastRun = run;
  }

  private void inspect(String run, double value, long at, Demand demand) {
    double limit = Math.log(demand.falseAlarm());
    double evidence = usual.against(value);
    // More than enough is not kept: a hard case that is over must be forgotten soon.
    sum = Math.min(limit, Math.max(0, sum + evidence));
    if (sum == 0) {
      forgive();
    } else {
      worseSince = worse == 0 ? at : worseSince;
      before = worse == 0 ? usual.level() : before;
      runs += worse == 0 || !run.equals(lastRun) ? 1 : 0;
      worse++;
      worseTotal += value;
      double average = worseTotal / worse;
      boolean lasting = worse >= demand.results() * (runs > 1 ? 1 : ALONE);
      if (sum == limit
          && evidence > 0
          && lasting
          && before - average >= demand.drop() * usual.range()) {
        regression = new Regression(worseSince, before, average, worse, runs, usual.range());
        lately = average;
        since = 0;
        back = 0;
        return;
      }
    }
    usual.learn(value);
  }

  private void watch(String run, double value, Regression now) {
    worse++;
    worseTotal += value;
    runs += run.equals(lastRun) ? 0 : 1;
    lately += LATELY * (value - lately);
    double margin = Math.min(usual.noise(), (now.usual() - now.lately()) / 2);
    back = lately >= now.usual() - margin ? back + 1 : 0;
    if (back >= BACK) {
      regression = null;
      forgive();
    } else if (++since >= NEW_NORMAL) {
      anew(
          usual instanceof ScoreBaseline
              ? new ScoreBaseline(now.range() == 1)
              : new PassBaseline());
    } else {
      regression =
          new Regression(now.since(), now.usual(), worseTotal / worse, worse, runs, now.range());
    }
  }
}

package dev.pitwall.engine.run;

import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.SignalHandler;

/*
 * How far a run has come, by the best source there is:
 *   1. what the application declares of the whole run, or else the share of its tasks that have ended;
 *   2. the topology of its workflow (ProgressTree);
 *   3. the time so far over the usual time of its workflow, which never claims more than 95 %: a late run is not a done one.
 * The remaining time follows from the pace so far, (1 - p) / p of the time spent, where p is at least 5 %; before that, and
 * without the first two sources, from the usual time. Waiting for people is not pace: it is taken out of the time spent.
 */
/** Progress and what is left, each with its source. */
final class Progress implements SignalHandler {

  private static final double TOO_EARLY = 0.05;
  private static final double NEVER_DONE = 0.95;

  private final Tasks tasks;
  private final ProgressTree tree;
  private double declared = -1;

  Progress(Tasks tasks, ProgressTree tree) {
    this.tasks = tasks;
    this.tree = tree;
  }

  @Override
  public void on(RunProgressed progressed) {
    if (progressed.task() == null && progressed.total() > 0) {
      declared = Math.min(1, Math.max(0, progressed.completed() / progressed.total()));
    }
  }

  /**
   * The estimate after {@code spent} milliseconds of work.
   *
   * @param plannedTasks how many tasks the plan has, or 0
   * @param usual how long the workflow usually takes, milliseconds, or 0 if that is not known
   */
  Estimate after(long spent, int plannedTasks, long usual) {
    int total = Math.max(plannedTasks, tasks.size());
    if (declared >= 0 || total > 0) {
      double share = declared >= 0 ? declared : (double) tasks.ended() / total;
      return estimate(share, spent, usual, Estimate.Source.PLAN);
    }
    if (tree.total() > 0) {
      return estimate(tree.share(), spent, usual, Estimate.Source.TOPOLOGY);
    }
    if (usual > 0) {
      double share = Math.min(NEVER_DONE, (double) spent / usual);
      return new Estimate(share, Math.max(0, usual - spent), Estimate.Source.HISTORY);
    }
    return new Estimate(0, Estimate.UNKNOWN, Estimate.Source.NONE);
  }

  private static Estimate estimate(double share, long spent, long usual, Estimate.Source source) {
    if (share >= TOO_EARLY) {
      return new Estimate(share, Math.round(spent * (1 - share) / share), source);
    }
    return new Estimate(share, usual > spent ? usual - spent : Estimate.UNKNOWN, source);
  }
}

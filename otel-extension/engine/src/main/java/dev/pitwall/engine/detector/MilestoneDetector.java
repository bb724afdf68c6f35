package dev.pitwall.engine.detector;

import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.history.Measure;
import dev.pitwall.engine.run.Calls;
import dev.pitwall.engine.run.Estimate;
import dev.pitwall.engine.run.RunState;
import dev.pitwall.engine.run.Task;
import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.ApprovalRequested;
import dev.pitwall.engine.signal.MilestoneReached;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunPlanned.Milestone;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.TaskBlocked;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.WorkflowEnded;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * When will the next milestone be reached, and when will the run be over? The plan says how much is to be done by then (a
 * milestone's share is its place in the time that was planned), progress says how much is done, and the time worked so far
 * gives the pace. Time that people take is not pace, but it passes: it moves the estimate by itself.
 *   - By pace where progress is declared or counted in tasks, from `tooEarly` of what is to be done on. Progress comes in
 *     steps, so the pace is that up to the latest step; a step as large as the latest one may be about to end, and only
 *     when even that would be late has the step that is under way become slower than those before;
 *   - by the workflow's median duration where it is too early for pace, and before pace where all that is known is topology,
 *     because members are rarely equally long;
 *   - by pace through topology where there is no history, if nothing open may end sooner than it says, and then with twice
 *     the tolerance.
 * A target is at risk when its estimate has been past it for `confirm`, and would be even if the rest went faster by
 * `tolerance`: what is left of the plan shrinks, and the error of the estimate with it. A target that has passed is missed.
 * It is over when the estimate has been back for as long, or the milestone is reached.
 *
 * Milestones are looked at one after the other, the earliest target first; of a late one the deadline says nothing new until
 * it has passed as well. Needs a plan with a target or a deadline; nothing is decided without. Looks a hundred times in the
 * time to the target at most, no more often than every five seconds, and when something ends. Onset is when the estimate passed the target and stayed there.
 */
/** Finds milestones and deadlines that will be missed at the pace so far. */
final class MilestoneDetector implements Detector {

  private static final String DEADLINE = "deadline";
  private static final int ENOUGH_RUNS = 5;
  private static final double MEDIAN = 0.5;
  private static final int LOOKS = 100;
  private static final int CONFIRMS = 20;
  private static final long LEAST_LOOK = 5000;
  private static final long MOST_LOOK = 60_000;

  private final MilestoneSettings settings;
  private final Scene scene;
  private double progress;
  private double step;
  private long workedThen;
  private final Slowdown slowdown = new Slowdown();
  private @Nullable Target milestone;
  private @Nullable Target deadline;

  private MilestoneDetector(MilestoneSettings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
  }

  static Factory factory(MilestoneSettings settings) {
    return Factory.startingWith(
        Set.of(RunPlanned.class), scene -> new MilestoneDetector(settings, scene));
  }

  @Override
  public void on(RunPlanned planned) {
    anew(planned.at());
  }

  @Override
  public void on(RunStarted started) {
    anew(started.at());
  }

  @Override
  public void on(MilestoneReached reached) {
    if (milestone != null && milestone.name.equals(reached.milestone())) {
      milestone.over(reached.at());
      milestone = nextMilestone();
    }
    look(reached.at());
  }

  @Override
  public void on(RunProgressed progressed) {
    look(progressed.at());
  }

  @Override
  public void on(TaskEnded ended) {
    look(ended.at());
  }

  @Override
  public void on(ModelEnded ended) {
    if (ended.error() == null) {
      slowdown.took("model", ended.model(), ended.at() - ended.startedAt());
    }
  }

  @Override
  public void on(ToolEnded ended) {
    if (ended.error() == null) {
      slowdown.took("tool", ended.tool(), ended.at() - ended.startedAt());
    }
  }

  @Override
  public void on(AgentEnded ended) {
    look(ended.at());
  }

  @Override
  public void on(WorkflowEnded ended) {
    look(ended.at());
  }

  @Override
  public long onTime(long now) {
    look(now);
    return Math.min(next(milestone, now), next(deadline, now));
  }

  private void anew(long at) {
    if (milestone != null) {
      milestone.over(at);
    }
    if (deadline != null) {
      deadline.over(at);
    }
    milestone = nextMilestone();
    long due = scene.run().plan().deadline();
    deadline = due == 0 ? null : target(DEADLINE, due);
    look(at);
    scene.alarm().at(Math.min(next(milestone, at), next(deadline, at)));
  }

  private @Nullable Target nextMilestone() {
    return scene.run().plan().ahead().stream()
        .filter(ahead -> ahead.target() != 0)
        .min(Comparator.comparingLong(Milestone::target))
        .map(ahead -> target(ahead.name(), ahead.target()))
        .orElse(null);
  }

  private Target target(String name, long due) {
    long end = scene.run().plan().deadline();
    RunPlanned plan = scene.run().plan().declared();
    if (plan != null) {
      for (Milestone planned : plan.milestones()) {
        end = Math.max(end, planned.target());
      }
    }
    long start = start();
    double share = end <= start ? 1 : (double) (due - start) / (end - start);
    long confirm = Math.min(settings.confirm().toMillis(), Math.max(0, due - start) / CONFIRMS);
    return new Target(name, due, Math.min(1, Math.max(0.01, share)), confirm);
  }

  private long start() {
    RunState run = scene.run();
    RunPlanned plan = run.plan().declared();
    return run.isStarted() || plan == null ? run.startedAt() : plan.at();
  }

  private long next(@Nullable Target target, long now) {
    if (target == null || target.saidMissed) {
      return NEVER;
    }
    long look = Math.min(MOST_LOOK, Math.max(LEAST_LOOK, (target.due - start()) / LOOKS));
    return now > target.due ? now + look : Math.min(now + look, target.due + 1);
  }

  private void look(long now) {
    if (milestone != null) {
      judge(milestone, now);
    }
    if (deadline != null && (milestone == null || milestone.risk == null || now > deadline.due)) {
      judge(deadline, now);
    }
  }

  private void judge(Target target, long now) {
    if (now > target.due) {
      target.missed();
      if (!target.saidMissed) {
        target.saidMissed = true;
        say(target, now, now);
      }
      return;
    }
    RunState run = scene.run();
    Estimate estimate = run.estimate(now, 0);
    long worked = run.worked(now);
    boolean declared = estimate.source() == Estimate.Source.PLAN;
    boolean paced = estimate.progress() >= settings.tooEarly() * target.share;
    double left;
    double tolerance = settings.tolerance();
    double usual = paced && declared ? Double.NaN : usual();
    if (paced && declared) {
      left = atPace(target, estimate.progress(), worked);
    } else if (!Double.isNaN(usual)) {
      left = usual * target.share - worked;
    } else if (paced && estimate.source() == Estimate.Source.TOPOLOGY && run.hasExactTopology()) {
      left = atPace(target, estimate.progress(), worked);
      tolerance = 2 * tolerance;
    } else {
      return;
    }
    left = Math.max(0, left);
    long likely = now + Math.round(left);
    switch (target.estimated(likely, now + Math.round(left * (1 - tolerance)), now)) {
      case AT_RISK -> {
        if (target.risk == null) {
          say(target, likely, now);
        }
      }
      case IN_TIME -> target.over(now);
      case OPEN -> {}
    }
  }

  private double usual() {
    return scene.history().usual(Measure.RUN_DURATION, "", MEDIAN, ENOUGH_RUNS);
  }

  private double atPace(Target target, double done, long worked) {
    if (done != progress) {
      step = Math.abs(done - progress);
      progress = done;
      workedThen = worked;
    }
    double asUntilThen = workedThen * target.share / done - worked;
    double next = Math.min(target.share, done + step);
    return Math.max(asUntilThen, worked * (target.share - next) / next);
  }

  private void say(Target target, long likely, long now) {
    Draft draft = draft(target, likely, now);
    if (target.risk == null) {
      target.risk = scene.findings().open(draft, now);
    } else {
      target.risk.update(
          said ->
              said.withEvidence(draft.evidence())
                  .withSeverity(draft.severity())
                  .withCauses(draft.causes()),
          now);
    }
  }

  private Draft draft(Target target, long likely, long now) {
    Estimate estimate = scene.run().estimate(now, 0);
    String done =
        estimate.source() == Estimate.Source.NONE
            ? ""
            : " with %s of the run done".formatted(Words.percent(estimate.progress()));
    String what =
        target == deadline ? "The run's deadline" : "The target of %s".formatted(target.name);
    return new Draft(
        FindingType.MILESTONE_AT_RISK,
        now > target.due ? Severity.CRITICAL : Severity.WARNING,
        null,
        target.name,
        Set.of(),
        causes(now).causes(),
        now > target.due
            ? "%s has passed%s".formatted(what, done)
            : "%s is in %s, and after %s of work%s it will be missed by %s"
                .formatted(
                    what,
                    Words.duration(target.due - now),
                    Words.duration(scene.run().worked(now)),
                    done,
                    Words.duration(likely - target.due)),
        "Look at what is under way for longest, leave something out, or move the target.",
        target.lateSince());
  }

  // What has become slow explains more than what has been under way for longest.
  private Ranking causes(long now) {
    RunState run = scene.run();
    Ranking ranking = new Ranking();
    double worked = run.worked(now);
    slowdown.slower().forEach(server -> ranking.add(server.kind(), server.name(), worked));
    for (ApprovalRequested asked : run.approvals().open()) {
      ranking.add("resource", asked.kind(), (double) (now - asked.at()));
    }
    for (Calls.Call call : run.calls().open()) {
      String kind = call.kind() == Calls.Kind.MODEL ? "model" : "tool";
      ranking.add(kind, call.subject(), (double) (now - call.since()));
    }
    for (AgentStarted agent : run.agents().open()) {
      ranking.add("agent", agent.agent(), (now - agent.at()) / 2.0);
    }
    for (Task task : run.tasks().all()) {
      if (task.isOpen() && task.isStarted()) {
        TaskBlocked blocked = task.blocked();
        ranking.add("agent", task.agent(), (now - task.startedAt()) / 2.0);
        ranking.add(
            "resource", blocked == null ? null : blocked.on(), (double) (now - task.startedAt()));
      }
    }
    return ranking.isEmpty() ? ranking.add("workflow", run.workflow(), 1) : ranking;
  }
}

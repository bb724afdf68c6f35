package dev.pitwall.engine.detector;

import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.history.Recorder;
import dev.pitwall.engine.run.Fingerprint;
import dev.pitwall.engine.run.Handoffs;
import dev.pitwall.engine.run.Task;
import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.ApprovalDecided;
import dev.pitwall.engine.signal.ArtifactWritten;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffRejected;
import dev.pitwall.engine.signal.MilestoneReached;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.WorkflowStarted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/*
 * Who holds control is written down each time it passes: the source of an offer that gives it away, its target, and the
 * source again when the offer is refused. A router that gets control back after each leg is left out, so A, B, A, B through a router looks like A and B by
 * themselves. Control goes back and forth when this course repeats itself (RepetitionCounter) with a cycle of two parties or
 * more, for minReturns returns and two whole cycles, and nothing is finished meanwhile. Finished is: a completed task, a new
 * value of an artifact by one of them, new progress, a milestone, a person's answer; and a new answer to who called. That
 * forgives the returns so far, not the course: the next return is the first of a new series, and its onset.
 *
 * Some legs may have finished something: who passes control on may have said something new before, and with standard spans
 * only it is not known what was said. Then it takes `doubt` times as many returns, unless nothing new was said in the latest. A whole workflow says nothing itself, but
 * what it leaves behind does: if that is all known from before, there is no doubt.
 *
 * A workflow's members work for it: what they finish is its work, and that they do the same again is a symptom.
 *
 * What is declared to go round is not control that is passed: members of sequences, parallels and loops are left alone (a
 * review that does not move is a loop), and so is a fan-out, where offers of one source are open at once.
 *
 * Needs handoffs; where a run has none, the order in which agents are invoked, one inside the other or one after the other
 * under one agent, and with equal inputs as far as those are known. It ends when something is finished, when the course is left, or when nothing comes back for `rest`.
 */
/** Finds parties that pass control back and forth and finish nothing. */
final class PingPongDetector implements Detector {

  private static final int MAX_NAMES = 64;
  private static final int CYCLES = 2;
  private static final int SEVERE = 3;
  private static final int FAN_OUT = 8;

  private final PingPongSettings settings;
  private final Scene scene;
  private final Set<String> declared = new HashSet<>(2);
  private final Map<Long, String> teams = new HashMap<>(2);
  private final Map<String, String> members = new HashMap<>(2);
  private final Course course = new Course();
  private boolean handsOff;
  private boolean leftSomething;
  private boolean returns;
  private @Nullable String holder;
  private @Nullable String router;
  private @Nullable String rejectedEdge;
  private @Nullable String edge;
  private @Nullable String lastEnded;
  private long lastOperation;
  private long lastParent;
  private long lastAt;

  private PingPongDetector(PingPongSettings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
  }

  static Factory factory(PingPongSettings settings) {
    return Factory.startingWith(
        Set.of(WorkflowStarted.class, HandoffOffered.class, AgentStarted.class),
        scene -> new PingPongDetector(settings, scene));
  }

  @Override
  public void on(WorkflowStarted started) {
    Shape.Kind kind = started.shape().kind();
    boolean chooses = kind == Shape.Kind.ROUTER || kind == Shape.Kind.SUPERVISOR;
    if (!chooses && declared.size() < MAX_NAMES && teams.size() < MAX_NAMES) {
      declared.add(started.workflow());
      teams.put(started.operation(), started.workflow());
    }
  }

  @Override
  public void on(HandoffOffered offer) {
    if (!handsOff) {
      handsOff = true;
      course.newCourse(offer.at());
    }
    if (declared.contains(offer.source())) {
      return;
    }
    returns = offer.mode() == HandoffOffered.Mode.RETURN_TO_CALLER;
    if (returns && isFanOut(offer)) {
      course.newCourse(offer.at());
      return;
    }
    leftSomething = false;
    router = returns && (router == null || router.equals(offer.source())) ? offer.source() : null;
    edge = Recorder.edge(offer.source(), offer.target());
    if (!returns && !offer.source().equals(holder)) {
      holds(offer.source(), offer.at());
    }
    holds(offer.target(), offer.at());
  }

  @Override
  public void on(HandoffRejected rejected) {
    if (!declared.contains(rejected.source())) {
      rejectedEdge = Recorder.edge(rejected.source(), rejected.target());
      holds(rejected.source(), rejected.at());
    }
  }

  @Override
  public void on(HandoffEnded ended) {
    // Its agent's end tells more, where there is one.
    if (ended.error() == null
        && !declared.contains(ended.source())
        && !ended.target().equals(lastEnded)
        && !leftSomething) {
      course.doubt();
    }
  }

  @Override
  public void on(AgentStarted started) {
    String team = teams.get(started.parent());
    if (team != null && members.size() < MAX_NAMES) {
      members.put(started.agent(), team);
    }
    if (handsOff || teams.containsKey(started.parent())) {
      return;
    }
    // What the run's own code calls in turn is a program and no conversation.
    boolean inside = started.parent() == lastOperation && lastOperation != 0;
    boolean after = started.parent() == lastParent && lastParent != 0 && !hasOpenSibling(started);
    if (!inside && !after) {
      course.newCourse(started.at());
    }
    lastParent = started.parent();
    lastOperation = started.operation();
    holds(started.agent(), started.inputHash(), started.at());
  }

  @Override
  public void on(AgentEnded ended) {
    lastEnded = ended.agent();
    if (ended.error() != null || teams.containsKey(ended.parent())) {
      return;
    }
    if (ended.outputHash() == null || (scene.run().news() && !returns)) {
      course.doubt();
    } else if (scene.run().news()) {
      finished(ended.agent(), ended.at());
    }
  }

  @Override
  public void on(TaskEnded ended) {
    if (ended.result() == TaskEnded.Result.COMPLETED) {
      Task task = scene.run().tasks().get(ended.task());
      finished(task == null ? null : task.agent(), ended.at());
    }
  }

  @Override
  public void on(ArtifactWritten written) {
    if (scene.run().news()) {
      finished(written.agent(), written.at());
    } else {
      leftSomething = true;
    }
  }

  @Override
  public void on(RunProgressed progressed) {
    if (scene.run().news()) {
      finished(null, progressed.at());
    }
  }

  @Override
  public void on(MilestoneReached reached) {
    finished(null, reached.at());
  }

  @Override
  public void on(ApprovalDecided decided) {
    finished(null, decided.at());
  }

  @Override
  public long onTime(long now) {
    if (course.finding() == null) {
      return NEVER;
    }
    long over = lastAt + settings.rest().toMillis();
    if (now < over) {
      return over;
    }
    course.newCourse(now);
    return NEVER;
  }

  private void holds(String party, long at) {
    holds(party, null, at);
  }

  private void holds(String party, @Nullable String inputHash, long at) {
    holder = party;
    lastAt = Math.max(lastAt, at);
    course.step(Fingerprint.of(party, inputHash), party, at);
    // One party again and again is no exchange.
    int period = course.period(settings.minReturns(), CYCLES, settings.doubt());
    FindingSink.OpenFinding open = course.finding();
    if (period < 2) {
      course.over(at);
      return;
    }
    int repeated = course.repeatedSteps(period);
    if (open == null) {
      course.found(scene.findings().open(draft(period), at), repeated);
      scene.alarm().at(at + settings.rest().toMillis());
    } else if (course.isWorthSaying(repeated)) {
      Draft now = draft(period);
      open.update(said -> said.withEvidence(now.evidence()).withSeverity(now.severity()), at);
    }
  }

  private void finished(@Nullable String agent, long at) {
    if (agent == null || !hasOpenedWithout(agent)) {
      course.achieved(at);
    }
  }

  // What others finish meanwhile is not work of this exchange.
  private boolean hasOpenedWithout(String agent) {
    int period = course.period(1, 1, 1);
    List<String> cycle = course.cycle(period);
    return period > 1 && !cycle.contains(agent) && !cycle.contains(members.get(agent));
  }

  private boolean isFanOut(HandoffOffered offer) {
    int looked = 0;
    for (Handoffs.Handoff other : scene.run().handoffs().open()) {
      if (++looked > FAN_OUT) {
        return true;
      }
      if (other.offer().source().equals(offer.source())
          && !other.offer().handoff().equals(offer.handoff())) {
        return true;
      }
    }
    return false;
  }

  private boolean hasOpenSibling(AgentStarted started) {
    int looked = 0;
    for (AgentStarted other : scene.run().agents().open()) {
      if (++looked > FAN_OUT) {
        return true;
      }
      if (other.parent() == started.parent() && other.operation() != started.operation()) {
        return true;
      }
    }
    return false;
  }

  private Draft draft(int period) {
    List<String> cycle = course.cycle(period);
    Set<String> parties = new TreeSet<>(cycle);
    String through = router == null || parties.contains(router) ? null : router;
    int returns = course.repeatedSteps(period);
    Ranking ranking =
        new Ranking()
            .add("edge", rejectedEdge, 3)
            .add("agent", through, 3)
            .add("edge", through == null && rejectedEdge == null ? edge : null, 3);
    String first = course.firstToRepeat(period);
    parties.forEach(party -> ranking.add("agent", party, party.equals(first) ? 1.5 : 1));
    Set<String> involved = new HashSet<>(parties);
    members.forEach(
        (member, team) -> {
          if (parties.contains(team)) {
            involved.add(member);
          }
        });
    if (through != null) {
      involved.add(through);
    }
    String names = String.join(parties.size() == 2 ? " ↔ " : " → ", parties);
    return new Draft(
        FindingType.PING_PONG,
        returns >= SEVERE * settings.minReturns() ? Severity.CRITICAL : Severity.WARNING,
        null,
        names,
        involved,
        ranking.causes(),
        "Control went back and forth between %s%s, %d returns in %s, and %s"
            .formatted(
                String.join(" and ", parties),
                through == null ? "" : " through " + through,
                returns,
                Words.duration(lastAt - course.onset(period)),
                rejectedEdge != null
                    ? "was refused again and again"
                    : course.isDoubtful()
                        ? "no task or artifact was finished"
                        : "nothing was finished in between"),
        "Decide who of %s is to do the work, and let %s not hand it back."
            .formatted(
                String.join(" and ", parties), Objects.requireNonNullElse(through, "the other")),
        course.onset(period));
  }
}

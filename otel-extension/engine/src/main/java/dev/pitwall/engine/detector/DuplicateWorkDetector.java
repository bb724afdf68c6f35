package dev.pitwall.engine.detector;

import dev.pitwall.engine.detector.FindingSink.OpenFinding;
import dev.pitwall.engine.detector.Piece.Doing;
import dev.pitwall.engine.detector.Piece.Kind;
import dev.pitwall.engine.run.Caller;
import dev.pitwall.engine.run.Handoffs.Handoff;
import dev.pitwall.engine.run.Task;
import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.ApprovalDecided;
import dev.pitwall.engine.signal.ArtifactWritten;
import dev.pitwall.engine.signal.GateDecided;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.RunRecovered;
import dev.pitwall.engine.signal.RunResumed;
import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskReworked;
import dev.pitwall.engine.signal.TaskStarted;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.WorkflowEnded;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * The same work is work of one kind with equal input: invocations of one agent, tasks of one type, handoffs to one target,
 * compared by the hash of what they are given. Without that hash nothing is the same, so with standard spans nothing is
 * found. One input that is given to several agents is not done twice: each has a view of its own.
 *
 * It is done twice when a second doing starts while the first is under way or after it has succeeded, and has no reason:
 *   - A workflow calls an agent again although no model decides there: a parallel, a sequence, a router were built so (a
 *     vote, a second check), and what a loop repeats is for another detector. A supervisor's or an agent's call is no
 *     such reason, nor is one from another branch.
 *   - Something has changed in between: another party has left an artifact or a tool's answer that is new, or a task;
 *     anything has failed, was sent back by a gate, decided by a person or resumed. The hash covers what an agent is called
 *     with and not what it looks up, so after a change a repetition cannot be told from a check that is run again. Where the
 *     two overlap there is no between. Of tasks, those that declare dependencies, and those that were planned before
 *     the first was done, are repeated for a reason only if they depend on something that ended since.
 *   - The first fails after all: the second has taken over.
 * A handoff that is taken up a second time is the same work whatever its input, unless something has failed meanwhile. All
 * must last for `least` the second time: shared look-ups are cheap.
 *
 * So it errs on the side of silence: a repetition one after the other in a busy run is not found. A finding is recorded and
 * does not clear; a third time is more evidence of it. Onset is the start of the second. The latest MAX_WORKS are remembered.
 */
/** Finds work that is done twice for no reason. */
final class DuplicateWorkDetector implements Detector {

  private static final int MAX_WORKS = 128;
  private static final int MAX_FOUND = 64;

  private final DuplicateWorkSettings settings;
  private final Scene scene;
  private final Changes changes = new Changes();
  private final Map<Long, Piece> latest = new LinkedHashMap<>(4);
  private final Map<Doing, Piece> open = new HashMap<>(4);
  private @Nullable Map<Long, Found> found;

  private static final class Found {
    private final OpenFinding finding;
    private int times = 2;

    Found(OpenFinding finding) {
      this.finding = finding;
    }
  }

  private DuplicateWorkDetector(DuplicateWorkSettings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
  }

  static Factory factory(DuplicateWorkSettings settings) {
    return Factory.startingWith(
        Set.of(AgentStarted.class, TaskStarted.class, HandoffAccepted.class),
        scene -> new DuplicateWorkDetector(settings, scene));
  }

  @Override
  public void on(AgentStarted started) {
    if (started.inputHash() != null) {
      start(
          new Piece(
              Kind.INVOCATION,
              started.agent(),
              started.inputHash(),
              started.operation(),
              started.agent(),
              scene.run().caller(started.parent()),
              started.parent(),
              started.at(),
              changes.next()));
    }
  }

  @Override
  public void on(AgentEnded ended) {
    end(new Doing(Kind.INVOCATION, ended.operation()), ended.error() != null, ended.at());
    failed(ended.error());
  }

  @Override
  public void on(TaskStarted started) {
    Task task = scene.run().tasks().get(started.task());
    String type = task == null ? null : task.created().type();
    String input = task == null ? null : task.created().inputHash();
    if (task != null && type != null && input != null) {
      String doer = task.agent() == null ? type : task.agent();
      start(
          new Piece(
              Kind.TASK, type, input, task.id(), doer, null, 0, started.at(), changes.next()));
    }
  }

  @Override
  public void on(TaskEnded ended) {
    boolean done = ended.result() == TaskEnded.Result.COMPLETED;
    end(new Doing(Kind.TASK, ended.task()), !done, ended.at());
    Task task = scene.run().tasks().get(ended.task());
    String owner = task == null ? null : task.agent();
    if (done && owner != null) {
      changes.by(owner);
    } else if (done) {
      changes.byAnybody();
    } else {
      changes.failed();
    }
  }

  @Override
  public void on(HandoffAccepted accepted) {
    Handoff handoff = scene.run().handoffs().get(accepted.handoff());
    if (handoff == null) {
      return;
    }
    String again = accepted.handoff() + " " + handoff.acceptances();
    start(piece(Kind.ACCEPTANCE, accepted.handoff(), again, accepted));
    String input = handoff.offer().inputHash();
    if (input != null && handoff.acceptances() == 1) {
      start(piece(Kind.HANDOFF, input, accepted.handoff(), accepted));
    }
  }

  private Piece piece(Kind kind, String input, String id, HandoffAccepted accepted) {
    Caller source = new Caller(accepted.source(), null, 0);
    return new Piece(
        kind,
        accepted.target(),
        input,
        id,
        accepted.target(),
        source,
        0,
        accepted.at(),
        changes.next());
  }

  @Override
  public void on(HandoffEnded ended) {
    end(new Doing(Kind.HANDOFF, ended.handoff()), ended.error() != null, ended.at());
    Doing taken = new Doing(Kind.ACCEPTANCE, ended.handoff() + " 1");
    for (int i = 2; open.containsKey(taken); i++) {
      end(taken, ended.error() != null, ended.at());
      taken = new Doing(Kind.ACCEPTANCE, ended.handoff() + " " + i);
    }
    latest.remove(Piece.work(Kind.ACCEPTANCE, ended.target(), ended.handoff()));
    failed(ended.error());
  }

  @Override
  public void on(ArtifactWritten written) {
    changed(written.agent());
  }

  @Override
  public void on(ToolEnded call) {
    changed(call.agent());
  }

  // Where no work is known nothing is to be compared, and nothing to be remembered.
  private void changed(@Nullable String party) {
    if (latest.isEmpty()) {
      return;
    }
    if (scene.run().news() && party != null) {
      changes.by(party);
    } else if (scene.run().news()) {
      changes.byAnybody();
    }
  }

  @Override
  public void on(WorkflowEnded ended) {
    failed(ended.error());
  }

  private void failed(@Nullable String error) {
    if (error != null) {
      changes.failed();
    }
  }

  @Override
  public void on(GateDecided decided) {
    if (!decided.result().equals("passed")) {
      changes.byAnybody();
    }
  }

  @Override
  public void on(TaskReworked reworked) {
    changes.byAnybody();
  }

  @Override
  public void on(ApprovalDecided decided) {
    changes.byAnybody();
  }

  @Override
  public void on(RunResumed resumed) {
    changes.failed();
  }

  @Override
  public void on(RunRecovered recovered) {
    changes.failed();
  }

  private void start(Piece piece) {
    if (open.size() == MAX_WORKS) {
      return;
    }
    Piece before = latest.remove(piece.work);
    if (before != null && !before.id.equals(piece.id) && !hasReason(before, piece)) {
      piece.original = before;
      scene.alarm().at(piece.startedAt + settings.least().toMillis());
    }
    latest.put(piece.work, piece);
    open.put(piece.doing(), piece);
    if (latest.size() > MAX_WORKS) {
      latest.remove(latest.keySet().iterator().next());
    }
  }

  private void end(Doing doing, boolean badly, long at) {
    Piece piece = open.remove(doing);
    if (piece == null) {
      return;
    }
    piece.ended(badly, at, changes.next());
    if (badly && latest.get(piece.work) == piece) {
      latest.remove(piece.work);
    }
    judge(piece, at);
    // Else each would keep the one before.
    piece.original = null;
  }

  private boolean hasReason(Piece first, Piece again) {
    return switch (again.kind) {
      case INVOCATION -> isBuiltSo(first, again) || hasChanged(first);
      case TASK -> isNewTask(first, again);
      case HANDOFF -> hasChanged(first);
      case ACCEPTANCE -> changes.failedSince(first.place());
    };
  }

  private static boolean isBuiltSo(Piece first, Piece again) {
    Caller one = first.caller;
    Caller other = again.caller;
    if (one == null || other == null) {
      return false;
    }
    boolean byModel = other.kind() == null || other.kind() == Shape.Kind.SUPERVISOR;
    return (one.loop() != 0 && one.loop() == other.loop())
        || (first.parent == again.parent && !byModel);
  }

  private boolean hasChanged(Piece first) {
    return first.hasEnded() && changes.since(first.place(), first.doer);
  }

  private boolean isNewTask(Piece first, Piece again) {
    Task task = scene.run().tasks().get((String) again.id);
    if (task == null || task.reworks() > 0) {
      return true;
    }
    boolean planned = !first.hasEnded() || first.endedAt() >= task.created().at();
    if (task.created().dependencies().isEmpty() && !planned) {
      return hasChanged(first);
    }
    return task.created().dependencies().stream()
        .map(scene.run().tasks()::get)
        .anyMatch(needed -> needed != null && needed.endedAt() > first.startedAt);
  }

  @Override
  public long onTime(long now) {
    long next = NEVER;
    for (Piece piece : open.values()) {
      if (piece.original != null) {
        next = Math.min(next, judge(piece, now));
      }
    }
    return next;
  }

  private long judge(Piece piece, long now) {
    Piece first = piece.original;
    if (first == null || first.hasFailed() || piece.hasFailed()) {
      return NEVER;
    }
    long due = piece.startedAt + settings.least().toMillis();
    if (now < due) {
      return due;
    }
    piece.original = null;
    DuplicateDraft said = new DuplicateDraft(scene.run().workflow(), first, piece);
    found = found == null ? new HashMap<>(4) : found;
    Found known = found.get(piece.work);
    if (known != null) {
      known.times++;
      String more = said.evidence(known.times);
      known.finding.update(draft -> draft.withEvidence(more), now);
    } else if (found.size() < MAX_FOUND) {
      found.put(piece.work, new Found(scene.findings().open(said.draft(), now)));
    }
    return NEVER;
  }
}

package dev.pitwall.engine.detector;

import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.run.Calls;
import dev.pitwall.engine.run.Calls.Call;
import dev.pitwall.engine.run.RunState;
import dev.pitwall.engine.run.Task;
import dev.pitwall.engine.run.Waiting;
import dev.pitwall.engine.signal.HandoffOffered.Recipient;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.ToolEnded;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * A stall is the absence of progress, not of noise: the clock runs since the run last left something new behind
 * (RunState.usefulAt), and every declared wait stops it: for a person, a timer, a paused or stopped run, another service, a
 * provider that asked for patience. What goes on otherwise is asked for its excuse (Excuse): a call, an agent, a handoff or
 * a task may take `factor` times what 95 % of its kind have taken in this workflow, and `call` where fewer than five are
 * known; models may always take `silence`, because minutes are ordinary for them; progress meanwhile renews the excuse. Nothing under way at all is excused for
 * `silence` after the last signal, less in a workflow whose whole runs are short; a run that has not got going yet has
 * `call`. All excuses but that of one long call end `busy` after the last progress: calls that bring nothing new are no
 * progress, however many. When no excuse is left, the run is stalled.
 *
 * A failure detector can only choose between late and wrong (Chandra, Toueg, "Unreliable failure detectors for reliable
 * distributed systems", 1996). This one is late by at most the longest excuse, a look at the JVM (LOOK) and a tick; it is
 * wrong when something takes more than `factor` times its usual time and then succeeds, and takes that back by itself.
 *
 * Needs the start of the run. With standard gen_ai spans only, nobody tells that a person or a timer is waited for, so silence
 * between calls says nothing and only calls that hang, or that bring nothing, are told. A tool's
 * result without a hash counts as new, and so does a model's answer until a tool call has brought nothing since the last
 * progress: fruitless work is then seen of failing calls only. One alarm a run, and no work per signal but a counter.
 */
/** Finds runs that make no useful progress though nothing explains it. */
final class StallDetector implements Detector {

  private static final long LOOK = 5_000;
  private static final long AGAIN = 30_000;
  private static final int GRAVE = 3;

  private final StallSettings settings;
  private final Scene scene;
  private final Excuse.Finder excuses;
  private long waitedUntil;
  private long askedAt;
  private long answeredAt;
  private int fruitless;
  private boolean barren;
  private boolean spansOnly;
  private @Nullable Stall stall;

  private record Stall(FindingSink.OpenFinding finding, Excuse excuse, long graveAt) {}

  private StallDetector(StallSettings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
    this.excuses = new Excuse.Finder(settings, scene);
    scene.alarm().at(scene.run().lastSignalAt() + settings.floor().toMillis());
  }

  static Factory factory(StallSettings settings) {
    return Factory.startingWith(
        Set.of(RunStarted.class), scene -> new StallDetector(settings, scene));
  }

  @Override
  public void on(RunStarted started) {
    spansOnly = started.spansOnly();
  }

  @Override
  public void on(ModelEnded call) {
    fruitless++;
    // An answer has no hash. It counts as new until a tool has told that nothing comes of answers.
    if (call.error() == null && !barren) {
      answeredAt = Math.max(answeredAt, call.at());
      askedAt = 0;
      resolve(call.at());
    }
  }

  @Override
  public void on(ToolEnded call) {
    fruitless++;
    barren |= !scene.run().news();
  }

  @Override
  public void onProgress(long at) {
    fruitless = 0;
    barren = false;
    askedAt = 0;
    resolve(at);
  }

  @Override
  public long onTime(long now) {
    if (isWaiting(now)) {
      waitedUntil = now;
      resolve(now);
      return now + settings.floor().toMillis();
    }
    long idleSince = Math.max(scene.run().usefulAt(), Math.max(waitedUntil, answeredAt));
    if (stall != null) {
      return worsen(stall, now);
    }
    Excuse excuse = excuses.best(idleSince);
    if (spansOnly && excuse.call() == null && isSilent(now)) {
      waitedUntil = now;
      return now + settings.floor().toMillis();
    }
    if (now < excuse.until()) {
      askedAt = 0;
      return excuse.until();
    }
    if (askedAt == 0) {
      askedAt = now;
      scene.findings().suspect("no progress", now);
    }
    if (now < askedAt + LOOK) {
      return askedAt + LOOK;
    }
    long graveAt = idleSince + GRAVE * (now - idleSince);
    stall = new Stall(scene.findings().open(draft(excuse, idleSince, now), now), excuse, graveAt);
    return now + AGAIN;
  }

  private long worsen(Stall open, long now) {
    if (now >= open.graveAt()) {
      open.finding().update(draft -> draft.withSeverity(Severity.CRITICAL), now);
      stall = new Stall(open.finding(), open.excuse(), NEVER);
    }
    return now + AGAIN;
  }

  private void resolve(long at) {
    if (stall != null) {
      stall.finding().resolve(at);
      stall = null;
    }
  }

  private boolean isSilent(long now) {
    return now >= scene.run().lastSignalAt() + settings.floor().toMillis();
  }

  private boolean isWaiting(long now) {
    RunState run = scene.run();
    if (run.stop() != null) {
      return true;
    }
    Waiting waiting = run.waiting();
    return switch (waiting) {
      case PAUSED, HUMAN -> true;
      case NO -> isWithSomebody(run);
      case REMOTE, RATE_LIMIT, TIMER ->
          run.tasks().all().stream().anyMatch(task -> isHeld(task, now));
    };
  }

  private static boolean isHeld(Task task, long now) {
    return task.isOpen()
        && task.blocked() != null
        && (task.blocked().until() == 0 || task.blocked().until() > now);
  }

  private static boolean isWithSomebody(RunState run) {
    return run.calls().open().isEmpty()
        && run.handoffs().open().stream()
            .map(handoff -> handoff.offer())
            .anyMatch(offer -> offer.replyPath() && offer.recipient() != Recipient.AGENT);
  }

  private Draft draft(Excuse excuse, long idleSince, long now) {
    String workflow = scene.run().workflow();
    return new Draft(
        FindingType.STALL,
        Severity.WARNING,
        excuse.agent(),
        excuse.agent() == null ? workflow : excuse.agent(),
        // It is the run that does not get on, so whatever is wrong with the run may be behind it.
        Set.of(),
        causes(excuse, now),
        "%s has made no progress for %s: %s"
            .formatted(workflow, Words.duration(now - idleSince), said(excuse, now)),
        recommendation(excuse, now),
        idleSince);
  }

  private boolean isBusy(Excuse excuse, long now) {
    Call call = excuse.call();
    boolean hung = call != null && now - call.since() >= excuses.patience().with(call);
    return !hung && fruitless > 1 && excuse.handoff() == null;
  }

  private String said(Excuse excuse, long now) {
    Call call = excuse.call();
    if (isBusy(excuse, now)) {
      return "%s and nothing new".formatted(Words.counted(fruitless, "call"));
    }
    if (call != null) {
      double usual = excuses.patience().usual(call);
      String who = call.agent() == null ? "a call" : call.agent();
      return "%s has waited for %s for %s%s"
          .formatted(
              who,
              call.subject(),
              Words.duration(now - call.since()),
              Double.isNaN(usual) ? "" : ", usually at most " + Words.duration(Math.round(usual)));
    }
    if (excuse.handoff() != null) {
      return "what %s gave to %s has been out for %s"
          .formatted(
              excuse.handoff().offer().source(),
              excuse.handoff().offer().target(),
              Words.duration(now - excuse.since()));
    }
    return excuse.agent() == null
        ? "nothing is under way"
        : "%s is at work and calls nothing, since %s"
            .formatted(excuse.agent(), Words.duration(now - excuse.since()));
  }

  private String recommendation(Excuse excuse, long now) {
    Call call = excuse.call();
    if (isBusy(excuse, now)) {
      return "Stop the run or lower its limits; then see why its calls bring nothing new.";
    }
    if (call != null) {
      return "See whether %s answers, cancel the call, and give calls of it a time limit."
          .formatted(call.subject());
    }
    if (excuse.handoff() != null) {
      return "See whether %s has the work; offer it again or elsewhere."
          .formatted(excuse.handoff().offer().target());
    }
    return "Look at the threads of the process for what the run waits for; resume or stop it.";
  }

  // Of one who calls and calls, the call that happens to be under way explains nothing.
  private List<Cause> causes(Excuse excuse, long now) {
    Causes causes = new Causes();
    Call call = excuse.call();
    boolean busy = isBusy(excuse, now);
    if (call != null) {
      String kind = call.kind() == Calls.Kind.MODEL ? "model" : "tool";
      causes.add(kind, call.subject(), busy ? 0.3 : 0.8);
    }
    if (excuse.handoff() != null) {
      causes.add("edge", excuse.edge(), 0.7);
    }
    causes.add("agent", excuse.agent(), call == null || busy ? 0.5 : 0.2);
    return causes.isEmpty()
        ? causes.add("workflow", scene.run().workflow(), 0.3).ranked()
        : causes.ranked();
  }
}

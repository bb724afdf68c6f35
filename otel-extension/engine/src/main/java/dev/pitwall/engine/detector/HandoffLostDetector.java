package dev.pitwall.engine.detector;

import dev.pitwall.engine.detector.FindingSink.OpenFinding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.HandoffFate;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.history.Measure;
import dev.pitwall.engine.history.Recorder;
import dev.pitwall.engine.run.Handoffs.Handoff;
import dev.pitwall.engine.run.RunState;
import dev.pitwall.engine.run.Waiting;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffOffered.Recipient;
import dev.pitwall.engine.signal.HandoffRejected;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.WorkflowEnded;
import dev.pitwall.engine.signal.WorkflowStarted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * An offer with a reply path is answered sooner or later, or it is lost; which of the two it is can only be told by time. An
 * edge that has been used at least five times may take `factor` times the latency below which 99 % of its offers were taken
 * up, but `floor` at least; another edge may take `acceptance`. While the receiver, an agent or a workflow, is under way in
 * sight, it works: on this, or on something else, and then this waits in its queue. Taken up, it is the receiver that must be
 * heard of; otherwise it may be silent for `factor` times the edge's usual work, or
 * `work`. An offer that was refused because nobody of that name exists is lost unless its source makes another one within
 * `reroute`, at the latest when the run ends; any other refusal is an answer. People and queues are never late, nor is anybody while the run is on hold.
 *
 * The patience is that of a timeout failure detector: late by one patience at most, wrong when an answer comes after it, and
 * then it says so (recovered). Needs offers; standard spans have none, so without them it does not exist. Onset is the offer,
 * or the receiver's last sign of life. State is one entry for each lost handoff; all else is read from the run.
 */
/** Finds offers that nobody answers, and accepted work of which nothing is heard again. */
final class HandoffLostDetector implements Detector {

  private static final int CAPACITY = 64;
  private static final int ENOUGH = 5;
  private static final double NEARLY_ALL = 0.99;
  private static final long AGAIN = 30_000;

  private final HandoffLostSettings settings;
  private final Scene scene;
  private @Nullable Map<String, Lost> lost;
  private @Nullable Map<String, HandoffRejected> nowhere;
  private @Nullable Map<Long, String> workflows;

  private record Lost(OpenFinding finding, HandoffOffered offer, boolean accepted, long since) {}

  private HandoffLostDetector(HandoffLostSettings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
  }

  static Factory factory(HandoffLostSettings settings) {
    return Factory.startingWith(
        Set.of(HandoffOffered.class), scene -> new HandoffLostDetector(settings, scene));
  }

  @Override
  public void on(HandoffOffered offered) {
    if (isAwaited(offered)) {
      scene.alarm().at(offered.at() + patience(offered, false));
    }
    if (nowhere != null) {
      nowhere.values().removeIf(refused -> refused.source().equals(offered.source()));
    }
    if (lost != null) {
      // It has found another way.
      for (Iterator<Lost> all = lost.values().iterator(); all.hasNext(); ) {
        Lost one = all.next();
        if (scene.run().handoffs().get(one.offer().handoff()) == null
            && one.offer().source().equals(offered.source())) {
          all.remove();
          one.finding().resolve(offered.at());
        }
      }
    }
  }

  @Override
  public void on(HandoffAccepted accepted) {
    Handoff handoff = scene.run().handoffs().get(accepted.handoff());
    if (handoff == null) {
      return;
    }
    if (handoff.acceptances() > 1) {
      scene.findings().handoff(HandoffFate.DUPLICATED, handoff.offer(), accepted.at());
    } else {
      recovered(accepted.handoff(), "was taken up", accepted.at());
    }
    if (isAwaited(handoff.offer())) {
      scene.alarm().at(accepted.at() + patience(handoff.offer(), true));
    }
  }

  @Override
  public void on(HandoffRejected rejected) {
    Lost answered = lost == null ? null : lost.remove(rejected.handoff());
    if (answered != null) {
      answered.finding().resolve(rejected.at());
    }
    if (isNobody(rejected.reason())) {
      nowhere = nowhere == null ? new HashMap<>(4) : nowhere;
      if (nowhere.size() < CAPACITY) {
        nowhere.put(rejected.handoff(), rejected);
        scene.alarm().at(rejected.at() + settings.reroute().toMillis());
      }
    }
  }

  @Override
  public void on(WorkflowStarted started) {
    workflows = workflows == null ? new HashMap<>(4) : workflows;
    if (workflows.size() < CAPACITY) {
      workflows.put(started.operation(), started.workflow());
    }
  }

  @Override
  public void on(WorkflowEnded ended) {
    if (workflows != null) {
      workflows.remove(ended.operation());
    }
  }

  @Override
  public void on(HandoffEnded ended) {
    recovered(ended.handoff(), "was finished", ended.at());
  }

  @Override
  public void on(RunEnded ended) {
    if (nowhere != null) {
      nowhere.values().forEach(refused -> loseNowhere(refused, ended.at()));
      nowhere.clear();
    }
  }

  private void recovered(String handoff, String how, long at) {
    Lost found = lost == null ? null : lost.remove(handoff);
    if (found != null) {
      String after = Words.duration(at - found.offer().at());
      found
          .finding()
          .update(
              draft ->
                  draft.withEvidence(
                      "%s; recovered: it %s %s after the offer"
                          .formatted(draft.evidence(), how, after)),
              at);
      found.finding().resolve(at);
      scene.findings().handoff(HandoffFate.RECOVERED, found.offer(), at);
    }
  }

  @Override
  public long onTime(long now) {
    RunState run = scene.run();
    if (run.waiting() == Waiting.PAUSED || run.stop() != null) {
      return run.handoffs().open().isEmpty() ? NEVER : now + AGAIN;
    }
    long next = NEVER;
    for (Handoff handoff : run.handoffs().open()) {
      if (isAwaited(handoff.offer()) && !isLost(handoff)) {
        next = Math.min(next, judge(handoff, now));
      }
    }
    next = Math.min(next, judgeNowhere(now));
    return lost == null || lost.isEmpty() ? next : Math.min(next, signsOfLife(now));
  }

  private long judge(Handoff handoff, long now) {
    HandoffOffered offer = handoff.offer();
    RunState run = scene.run();
    if (run.agents().active(offer.target()) > 0
        || (workflows != null && workflows.containsValue(offer.target()))) {
      return now + settings.floor().toMillis();
    }
    long since = lastSign(handoff);
    long due = since + patience(offer, handoff.isAccepted());
    if (now >= due) {
      lose(offer, handoff.isAccepted(), since, draft(handoff, since, now), now);
      return now + AGAIN;
    }
    return due;
  }

  private long lastSign(Handoff handoff) {
    long since = handoff.isAccepted() ? handoff.acceptedAt() : handoff.offer().at();
    return Math.max(since, scene.run().agents().heardAt(handoff.offer().target()));
  }

  private long judgeNowhere(long now) {
    long next = NEVER;
    if (nowhere == null) {
      return next;
    }
    for (Iterator<HandoffRejected> all = nowhere.values().iterator(); all.hasNext(); ) {
      HandoffRejected refused = all.next();
      long due = refused.at() + settings.reroute().toMillis();
      if (now < due) {
        next = Math.min(next, due);
      } else {
        all.remove();
        loseNowhere(refused, now);
      }
    }
    return next;
  }

  private void loseNowhere(HandoffRejected refused, long now) {
    HandoffOffered offer =
        new HandoffOffered(
            refused.run(),
            refused.handoff(),
            refused.source(),
            refused.target(),
            HandoffOffered.Mode.RETURN_TO_CALLER,
            true,
            null,
            refused.at());
    lose(offer, false, refused.at(), draftNowhere(refused, now), now);
  }

  // Work that was accepted elsewhere says nothing when it goes on but through its agent.
  private long signsOfLife(long now) {
    for (Lost one : Map.copyOf(lost == null ? Map.of() : lost).values()) {
      if (one.accepted() && scene.run().agents().heardAt(one.offer().target()) > one.since()) {
        recovered(one.offer().handoff(), "was heard of", now);
      }
    }
    return now + AGAIN;
  }

  private void lose(HandoffOffered offer, boolean accepted, long since, Draft draft, long now) {
    lost = lost == null ? new HashMap<>(4) : lost;
    if (lost.size() < CAPACITY) {
      OpenFinding finding = scene.findings().open(draft, now);
      lost.put(offer.handoff(), new Lost(finding, offer, accepted, since));
      scene.findings().handoff(HandoffFate.LOST, offer, now);
    }
  }

  private boolean isLost(Handoff handoff) {
    return lost != null && lost.containsKey(handoff.offer().handoff());
  }

  private boolean isAwaited(HandoffOffered offer) {
    return offer.replyPath()
        && offer.recipient() == Recipient.AGENT
        && scene.run().approvals().open().stream()
            .noneMatch(approval -> approval.kind().equals(offer.target()));
  }

  private long patience(HandoffOffered offer, boolean accepted) {
    double usual = usual(offer, accepted);
    if (Double.isNaN(usual)) {
      return (accepted ? settings.work() : settings.acceptance()).toMillis();
    }
    return Math.max(settings.floor().toMillis(), Math.round(settings.factor() * usual));
  }

  private double usual(HandoffOffered offer, boolean accepted) {
    return scene
        .history()
        .usual(
            accepted ? Measure.HANDOFF_WORK : Measure.HANDOFF_ACCEPTANCE,
            Recorder.edge(offer.source(), offer.target()),
            NEARLY_ALL,
            ENOUGH);
  }

  private Draft draft(Handoff handoff, long since, long now) {
    HandoffOffered offer = handoff.offer();
    double usual = usual(offer, handoff.isAccepted());
    String compared =
        Double.isNaN(usual) ? "" : "; usually within " + Words.duration(Math.round(usual));
    String said =
        handoff.isAccepted()
            ? "%s took up work of %s and has not been heard of for %s%s"
                .formatted(offer.target(), offer.source(), Words.duration(now - since), compared)
            : "%s offered work to %s %s ago and nobody has taken it up%s"
                .formatted(offer.source(), offer.target(), Words.duration(now - since), compared);
    boolean known = handoff.isAccepted() || isKnown(offer);
    return draft(
        offer.source(),
        offer.target(),
        known ? said : said + "; no agent of that name has been seen in this workflow",
        known ? 0.5 : 0.8,
        since);
  }

  private Draft draftNowhere(HandoffRejected refused, long now) {
    return draft(
        refused.source(),
        refused.target(),
        "%s offered work to %s, which does not exist, and has not offered it elsewhere for %s"
            .formatted(refused.source(), refused.target(), Words.duration(now - refused.at())),
        0.6,
        refused.at());
  }

  private Draft draft(String source, String target, String said, double blame, long onset) {
    return new Draft(
        FindingType.HANDOFF_LOST,
        isAllThereIs() ? Severity.CRITICAL : Severity.WARNING,
        target,
        Recorder.edge(source, target),
        new HashSet<>(List.of(source, target)),
        new Causes()
            .add("edge", Recorder.edge(source, target), 0.7)
            .add("agent", target, blame)
            .ranked(),
        said,
        "See whether %s runs and gets its work; offer it again or elsewhere.".formatted(target),
        onset);
  }

  private boolean isAllThereIs() {
    return scene.run().calls().open().isEmpty();
  }

  private boolean isKnown(HandoffOffered offer) {
    String edge = Recorder.edge(offer.source(), offer.target());
    return scene.run().agents().heardAt(offer.target()) > 0
        || hasHistory(Measure.AGENT_DURATION, offer.target())
        || hasHistory(Measure.HANDOFF_ACCEPTANCE, edge);
  }

  private boolean hasHistory(Measure measure, String subject) {
    return !Double.isNaN(scene.history().usual(measure, subject, 0.5, 1));
  }

  private static boolean isNobody(@Nullable String reason) {
    if (reason == null) {
      return false;
    }
    String said = reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return said.contains("unknown")
        || said.contains("notfound")
        || said.contains("nosuch")
        || said.contains("doesnotexist");
  }
}

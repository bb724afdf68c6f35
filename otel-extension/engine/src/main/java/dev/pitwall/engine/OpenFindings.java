package dev.pitwall.engine;

import static dev.pitwall.engine.detector.Detector.NEVER;

import dev.pitwall.engine.detector.Draft;
import dev.pitwall.engine.detector.FindingSink;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.HandoffFate;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.JvmObserved;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/*
 * One trouble is one finding. When a loop burns money and the deadline moves out of reach, three detectors are right, but
 * only the loop can be acted upon. So a finding whose type may be a symptom of another's (FindingType) and which involves
 * something in common with it is attached to that one: it is named in its evidence and not reported. The order of discovery
 * does not matter: a symptom that was reported before its cause was found is taken back into it. When a cause ends and the
 * symptom lasts for SETTLE more, the symptom is reported then: what ends with its cause may do so a moment later. One that consists of things that happen (FindingType#happens), when more of
 * them do, for until then nothing says that it goes on.
 *
 * "May be a symptom of" is a partial order (FindingType declares causes before symptoms), so there are no circles. A
 * symptom is attached to the topmost reported cause, the oldest of several.
 */
/** The open findings of one run: which are reported, and which are only symptoms of those. */
final class OpenFindings implements FindingSink {

  private static final int CAPACITY = 256;
  // A look at the JVM says nothing of what begins five minutes later.
  private static final long FRESH = 300_000;
  // Progress may take a model's answer.
  private static final long SETTLE = 60_000;

  private final String run;
  private final String workflow;
  private final EngineListener listener;
  private final List<Open> open = new ArrayList<>(2);
  private int numbered;
  private @Nullable JvmObserved jvm;

  OpenFindings(String run, String workflow, EngineListener listener) {
    this.run = run;
    this.workflow = workflow;
    this.listener = listener;
  }

  @Override
  public OpenFinding open(Draft draft, long at) {
    Open opened = new Open(draft, run + "-" + ++numbered, at);
    if (open.size() == CAPACITY) {
      return opened;
    }
    open.add(opened);
    if (JvmCauses.mayExplain(draft.type())) {
      suspect(draft.type().value(), at);
    }
    Open cause = causeOf(opened);
    if (cause == null) {
      opened.report();
    } else {
      opened.attachTo(cause, at);
    }
    // By index of a copy: taking back a symptom changes none of the list's members.
    for (Open other : List.copyOf(open)) {
      if (opened.isReported() && other.isReported() && other.isSymptomOf(opened)) {
        other.takeBackInto(opened, at);
      }
    }
    return opened;
  }

  /** The JVM was looked at: findings about time may have a cause there. */
  void observed(JvmObserved seen) {
    jvm = seen;
    for (Open finding : List.copyOf(open)) {
      if (JvmCauses.mayExplain(finding.draft.type())) {
        finding.say(seen.at());
      }
    }
  }

  @Override
  public void suspect(String reason, long at) {
    listener.suspected(run, reason, at);
  }

  @Override
  public void handoff(HandoffFate fate, HandoffOffered offer, long at) {
    listener.handoff(fate, offer, at);
  }

  /** Types of which a finding is reported. */
  Set<FindingType> types() {
    Set<FindingType> types = EnumSet.noneOf(FindingType.class);
    open.stream().filter(Open::isReported).forEach(finding -> types.add(finding.draft.type()));
    return types;
  }

  /** Ends all that is open. */
  void resolveAll(long at) {
    for (Open finding : List.copyOf(open)) {
      finding.end(at);
    }
    open.clear();
  }

  /** Reports the symptoms that have outlived their cause for long enough. */
  void onTime(long now) {
    for (Open finding : List.copyOf(open)) {
      if (finding.dueAt <= now) {
        finding.report();
      }
    }
  }

  /** When {@link #onTime} is due, epoch milliseconds. */
  long dueAt() {
    long next = NEVER;
    for (Open finding : open) {
      next = Math.min(next, finding.dueAt);
    }
    return next;
  }

  private @Nullable Open causeOf(Open symptom) {
    for (Open other : open) {
      if (other.isReported() && symptom.isSymptomOf(other)) {
        return other;
      }
    }
    return null;
  }

  private final class Open implements OpenFinding {

    private final String id;
    private final long openedAt;
    private Draft draft;
    private @Nullable Finding reported;
    private @Nullable Open cause;
    // When it is reported for itself, its cause having ended.
    private long dueAt = NEVER;

    Open(Draft draft, String id, long at) {
      this.draft = draft;
      this.id = id;
      this.openedAt = at;
    }

    boolean isReported() {
      return reported != null;
    }

    boolean isSymptomOf(Open other) {
      return other != this
          && draft.type().mayBeSymptomOf(other.draft.type())
          && (draft.involved().isEmpty()
              || other.draft.involved().isEmpty()
              || !Collections.disjoint(draft.involved(), other.draft.involved()));
    }

    void report() {
      dueAt = NEVER;
      cause = null;
      reported = finding();
      listener.opened(reported);
    }

    void attachTo(Open other, long at) {
      dueAt = NEVER;
      cause = other;
      other.say(at);
    }

    void takeBackInto(Open other, long at) {
      Finding ended = reported;
      reported = null;
      if (ended != null) {
        listener.explained(ended, at);
      }
      // What was attached to it has the same cause now.
      for (Open symptom : open) {
        if (symptom.cause == this) {
          symptom.cause = other;
        }
      }
      attachTo(other, at);
    }

    @Override
    public void update(UnaryOperator<Draft> change, long at) {
      draft = change.apply(draft);
      say(at);
    }

    private void say(long at) {
      if (reported != null) {
        reported = finding();
        listener.updated(reported, at);
      } else if (cause == null && draft.type().happens()) {
        report();
      }
    }

    @Override
    public void resolve(long at) {
      if (!open.remove(this)) {
        return;
      }
      end(at);
      for (Open symptom : List.copyOf(open)) {
        if (symptom.cause == this) {
          Open other = causeOf(symptom);
          if (other != null) {
            symptom.attachTo(other, at);
          } else {
            symptom.cause = null;
            symptom.dueAt = symptom.draft.type().happens() ? NEVER : at + SETTLE;
          }
        }
      }
    }

    void end(long at) {
      Finding ended = reported;
      reported = null;
      if (ended != null) {
        listener.resolved(ended, at);
      }
    }

    private Draft explained() {
      JvmObserved seen = jvm;
      return seen == null || !JvmCauses.mayExplain(draft.type()) || openedAt - seen.at() > FRESH
          ? draft
          : JvmCauses.complete(draft, seen);
    }

    private Finding finding() {
      Draft said = explained();
      List<String> symptoms =
          open.stream()
              .filter(other -> other.cause == this)
              .map(other -> other.draft.type().value() + " of " + other.draft.subject())
              .toList();
      return new Finding(
          id,
          said.type(),
          said.severity(),
          run,
          workflow,
          said.agent(),
          said.subject(),
          said.causes(),
          symptoms.isEmpty()
              ? said.evidence()
              : said.evidence() + "; explains also " + String.join(", ", symptoms),
          said.recommendation(),
          said.onset(),
          openedAt);
    }
  }
}

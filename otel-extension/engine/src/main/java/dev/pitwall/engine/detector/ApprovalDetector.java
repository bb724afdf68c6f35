package dev.pitwall.engine.detector;

import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.signal.ApprovalDecided;
import dev.pitwall.engine.signal.ApprovalRequested;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.ToolStarted;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * A guarded action needs a decision: the call says so itself (its guard is the kind of approval), the settings name the tool,
 * or the run has asked somebody about this tool. What was decided last about the kind or the tool is what counts:
 *   - approved, or automatic by policy: the action is allowed, until somebody is asked again;
 *   - rejected, expired, cancelled: it is against the decision, at once;
 *   - asked and not yet answered: it is before the decision, at once;
 *   - nobody was asked: it is without a decision. But a tool may ask from within, so the call has `patience` (or until it
 *     ends) to do so; from then on it is judged at its end. A call that ends in an error has not acted and is not blamed.
 * An answer in words of which we cannot tell yes from no is taken for a yes.
 *
 * Needs starts of tool calls and something that names the guarded ones. Onset is the start of the action. A finding is a
 * record: it stays until the run ends. At most one for each tool and run, with the number of actions as evidence.
 */
/** Finds guarded actions that happen before, without or against the decision that they need. */
final class ApprovalDetector implements Detector {

  private static final int CAPACITY = 256;
  private static final Set<String> ALLOWING = Set.of("approved", "automatic", "answered");
  private static final String PENDING = "pending";

  private final ApprovalSettings settings;
  private final Scene scene;
  private final Map<String, String> decisions = new HashMap<>(4);
  private final Map<Long, ToolStarted> unasked = new HashMap<>(4);
  private final Map<String, Recorded> bypassed = new HashMap<>(4);

  private record Recorded(FindingSink.OpenFinding finding, int actions) {}

  private ApprovalDetector(ApprovalSettings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
  }

  static Factory factory(ApprovalSettings settings) {
    return Factory.startingWith(
        Set.of(ApprovalRequested.class, ToolStarted.class),
        scene -> new ApprovalDetector(settings, scene));
  }

  @Override
  public void on(ApprovalRequested requested) {
    note(requested.kind(), requested.guards(), PENDING);
  }

  @Override
  public void on(ApprovalDecided decided) {
    note(decided.kind(), decided.guards(), decided.result());
  }

  private void note(String kind, @Nullable String tool, String decision) {
    String subject = tool == null ? kind : tool;
    if (decisions.size() < CAPACITY || decisions.containsKey(subject)) {
      decisions.put(subject, decision);
    }
  }

  @Override
  public void on(ToolStarted call) {
    String decision = decisionOn(call);
    if (decision == null) {
      if (isGuarded(call) && unasked.size() < CAPACITY) {
        unasked.put(call.operation(), call);
        scene.alarm().at(call.at() + settings.patience().toMillis());
      }
    } else if (!ALLOWING.contains(decision)) {
      record(call, decision, call.at());
    }
  }

  @Override
  public void on(ToolEnded call) {
    ToolStarted started = unasked.remove(call.operation());
    if (started != null && call.error() == null) {
      String decision = decisionOn(started);
      if (decision == null || !ALLOWING.contains(decision)) {
        record(started, decision, call.at());
      }
    }
  }

  @Override
  public long onTime(long now) {
    long next = NEVER;
    for (Iterator<ToolStarted> calls = unasked.values().iterator(); calls.hasNext(); ) {
      ToolStarted call = calls.next();
      long due = call.at() + settings.patience().toMillis();
      if (decisionOn(call) != null) {
        continue;
      }
      if (due <= now) {
        calls.remove();
        record(call, null, now);
      } else {
        next = Math.min(next, due);
      }
    }
    return next;
  }

  private boolean isGuarded(ToolStarted call) {
    return call.guard() != null || settings.tools().contains(call.tool());
  }

  private @Nullable String decisionOn(ToolStarted call) {
    String onTool = decisions.get(call.tool());
    return onTool != null || call.guard() == null ? onTool : decisions.get(call.guard());
  }

  private void record(ToolStarted call, @Nullable String decision, long at) {
    Recorded before = bypassed.get(call.tool());
    if (before != null) {
      int actions = before.actions() + 1;
      String said =
          "%s acted %d times without the approval that it needs".formatted(call.tool(), actions);
      before.finding().update(draft -> draft.withEvidence(said), at);
      bypassed.put(call.tool(), new Recorded(before.finding(), actions));
    } else if (bypassed.size() < CAPACITY) {
      bypassed.put(call.tool(), new Recorded(scene.findings().open(draft(call, decision), at), 1));
    }
  }

  private static Draft draft(ToolStarted call, @Nullable String decision) {
    String how =
        decision == null
            ? "without anybody having been asked"
            : decision.equals(PENDING) ? "before the answer came" : "although it was " + decision;
    String agent = call.agent();
    Cause tool = new Cause("tool", call.tool(), agent == null ? 0.9 : 0.3);
    return new Draft(
        FindingType.APPROVAL_BYPASSED,
        Severity.CRITICAL,
        agent,
        call.tool(),
        agent == null ? Set.of(call.tool()) : Set.of(agent, call.tool()),
        agent == null ? List.of(tool) : List.of(new Cause("agent", agent, 0.7), tool),
        "%s acted %s".formatted(call.tool(), how),
        "See what %s has done and undo it if need be; then make the tool refuse without a decision."
            .formatted(call.tool()),
        call.at());
  }
}

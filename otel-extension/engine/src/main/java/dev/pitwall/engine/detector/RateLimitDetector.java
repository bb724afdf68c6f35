package dev.pitwall.engine.detector;

import dev.pitwall.engine.detector.FindingSink.OpenFinding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.run.Task;
import dev.pitwall.engine.signal.ErrorKind;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.TaskBlocked;
import dev.pitwall.engine.signal.ToolEnded;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * A refusal for rate or quota asks for patience, and one is no trouble. It is when the same provider or tool keeps refusing
 * and that costs time:
 *   - minRefusals without rest in between, the last at least minDelay after the first: nothing waits that long for one
 *     window; or `atOnce` of them however fast, which is a client that does not listen;
 *   - or a task that says it is held up by a limit, and is so for longer than `patience`.
 * Successes in between do not end a series: half the calls refused is how a quota that is too small looks. Rest does.
 *
 * Needs errors of model or tool calls whose type tells a refusal from other errors (ErrorKind), or tasks that say what
 * blocks them. Retries inside a client are not seen; then only the call's length tells, and that is another finding. State
 * only while something refuses, at most MAX_TARGETS of them. Onset is the first refusal of the series.
 */
/** Finds providers and tools that keep refusing for rate or quota. */
final class RateLimitDetector implements Detector {

  private static final int MAX_TARGETS = 64;
  private static final int MAX_AGENTS = 16;
  private static final int LASTING = 5;

  private final RateLimitSettings settings;
  private final Scene scene;
  private @Nullable Map<String, Refusals> targets;

  private static final class Refusals {
    final String kind;
    final long firstAt;
    long lastAt;
    int count;
    final Set<String> agents = new HashSet<>(2);
    final Set<String> blocked = new HashSet<>(2);
    @Nullable OpenFinding finding;
    int said;
    boolean severe;

    Refusals(String kind, long at) {
      this.kind = kind;
      this.firstAt = at;
      this.lastAt = at;
    }

    void by(@Nullable String agent) {
      if (agent != null && agents.size() < MAX_AGENTS) {
        agents.add(agent);
      }
    }
  }

  private RateLimitDetector(RateLimitSettings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
  }

  static Factory factory(RateLimitSettings settings) {
    return Factory.startingWith(
        Set.of(ModelEnded.class, ToolEnded.class, TaskBlocked.class),
        scene -> new RateLimitDetector(settings, scene));
  }

  @Override
  public void on(ModelEnded call) {
    if (call.error() != null && ErrorKind.of(call.error()) == ErrorKind.RATE_LIMIT) {
      refused("model", call.model() == null ? "model" : call.model(), call.agent(), call.at());
    }
  }

  @Override
  public void on(ToolEnded call) {
    if (call.error() != null && ErrorKind.of(call.error()) == ErrorKind.RATE_LIMIT) {
      refused("tool", call.tool(), call.agent(), call.at());
    }
  }

  @Override
  public void on(TaskBlocked blocked) {
    if (blocked.reason() != TaskBlocked.Reason.RATE_LIMIT) {
      return;
    }
    String target = blocked.on() != null ? blocked.on() : blocked.holder();
    String named = target == null ? "provider" : target;
    Task task = scene.run().tasks().get(blocked.task());
    Refusals refusals =
        refused("resource", named, task == null ? null : task.agent(), blocked.at());
    if (refusals != null && refusals.blocked.size() < MAX_AGENTS) {
      refusals.blocked.add(blocked.task());
      scene.alarm().at(blocked.at() + settings.patience().toMillis());
    }
  }

  @Override
  public long onTime(long now) {
    long next = NEVER;
    if (targets == null) {
      return next;
    }
    for (Iterator<Map.Entry<String, Refusals>> i = targets.entrySet().iterator(); i.hasNext(); ) {
      Map.Entry<String, Refusals> entry = i.next();
      Refusals refusals = entry.getValue();
      refusals.blocked.removeIf(this::goesOn);
      if (refusals.blocked.isEmpty() && refusals.lastAt + settings.rest().toMillis() <= now) {
        if (refusals.finding != null) {
          refusals.finding.resolve(now);
        }
        i.remove();
        continue;
      }
      if (refusals.finding == null
          && !refusals.blocked.isEmpty()
          && now - refusals.lastAt >= settings.patience().toMillis()) {
        open(entry.getKey(), refusals, now);
      }
      if (!refusals.blocked.isEmpty()) {
        long decided = refusals.lastAt + settings.patience().toMillis();
        next = Math.min(next, now + settings.rest().toMillis() / 2);
        next = decided > now ? Math.min(next, decided) : next;
      } else if (refusals.finding != null) {
        next = Math.min(next, refusals.lastAt + settings.rest().toMillis());
      }
    }
    return next;
  }

  private boolean goesOn(String id) {
    Task task = scene.run().tasks().get(id);
    TaskBlocked by = task == null ? null : task.blocked();
    return by == null || by.reason() != TaskBlocked.Reason.RATE_LIMIT;
  }

  private @Nullable Refusals refused(String kind, String target, @Nullable String agent, long at) {
    if (targets == null) {
      targets = new HashMap<>(2);
    }
    Refusals refusals = targets.get(target);
    if (refusals != null
        && refusals.finding == null
        && refusals.blocked.isEmpty()
        && at - refusals.lastAt >= settings.rest().toMillis()) {
      refusals = null;
    }
    if (refusals == null) {
      if (targets.size() >= MAX_TARGETS && !targets.containsKey(target)) {
        return null;
      }
      refusals = new Refusals(kind, at);
      targets.put(target, refusals);
    }
    refusals.count++;
    refusals.lastAt = Math.max(refusals.lastAt, at);
    refusals.by(agent);
    judge(target, refusals, at);
    return refusals;
  }

  private void judge(String target, Refusals refusals, long at) {
    OpenFinding finding = refusals.finding;
    if (finding != null) {
      boolean severe = isSevere(refusals, at);
      if (refusals.count >= 2 * refusals.said || severe != refusals.severe) {
        refusals.said = refusals.count;
        refusals.severe = severe;
        Draft now = draft(target, refusals, at);
        finding.update(
            said ->
                said.withEvidence(now.evidence())
                    .withSeverity(now.severity())
                    .withCauses(now.causes()),
            at);
      }
      return;
    }
    boolean costsTime = refusals.lastAt - refusals.firstAt >= settings.minDelay().toMillis();
    if (refusals.count >= (costsTime ? settings.minRefusals() : settings.atOnce())) {
      open(target, refusals, at);
    }
  }

  private void open(String target, Refusals refusals, long at) {
    refusals.said = refusals.count;
    refusals.severe = isSevere(refusals, at);
    refusals.finding = scene.findings().open(draft(target, refusals, at), at);
    scene.alarm().at(at + settings.rest().toMillis());
  }

  private boolean isSevere(Refusals refusals, long at) {
    return at - refusals.firstAt >= LASTING * settings.rest().toMillis();
  }

  private Draft draft(String target, Refusals refusals, long at) {
    // One agent alone may be what uses the quota up; of several it is nobody in particular.
    String only = refusals.agents.size() == 1 ? refusals.agents.iterator().next() : null;
    Set<String> involved = new HashSet<>(refusals.agents);
    involved.addAll(refusals.blocked);
    involved.add(target);
    return new Draft(
        FindingType.RATE_LIMITED,
        isSevere(refusals, at) ? Severity.CRITICAL : Severity.WARNING,
        only,
        target,
        involved,
        new Ranking()
            .add(refusals.kind, target, 4)
            .add("agent", only, refusals.count >= 4 * settings.minRefusals() ? 2 : 1)
            .causes(),
        refusals.count == 1
            ? "%s refused for rate or quota and has held up work for %s"
                .formatted(target, Words.duration(at - refusals.firstAt))
            : "%s refused %d times in %s for rate or quota"
                .formatted(
                    target, refusals.count, Words.duration(refusals.lastAt - refusals.firstAt)),
        "Send less at once to %s, or have its limit raised; wait as long as its answers ask for."
            .formatted(target),
        refusals.firstAt);
  }
}

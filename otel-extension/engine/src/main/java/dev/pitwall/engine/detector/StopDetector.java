package dev.pitwall.engine.detector;

import dev.pitwall.engine.detector.FindingSink.OpenFinding;
import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.signal.ModelStarted;
import dev.pitwall.engine.signal.StopCleared;
import dev.pitwall.engine.signal.StopEngaged;
import dev.pitwall.engine.signal.ToolStarted;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * A stop says that nothing new begins. What was under way when it came may end; what starts later is activity after the stop,
 * from the first call on, whoever makes it. There is nothing to weigh: one call is enough, and none can be wrongly blamed,
 * because the call's own start is compared with the moment of the stop and not the moment at which either was heard of.
 *
 * Needs the stop, and starts of model or tool calls. The finding ends with the stop, with the run, or when nothing has
 * started for a while (`quiet`): then it has been obeyed after all.
 */
/** Finds model and tool calls that start after a stop. */
final class StopDetector implements Detector {

  private final StopSettings settings;
  private final Scene scene;
  private @Nullable StopEngaged stop;
  private @Nullable OpenFinding activity;
  private long lastCallAt;

  private StopDetector(StopSettings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
  }

  static Factory factory(StopSettings settings) {
    return Factory.startingWith(
        Set.of(StopEngaged.class), scene -> new StopDetector(settings, scene));
  }

  @Override
  public void on(StopEngaged engaged) {
    stop = engaged;
  }

  @Override
  public void on(StopCleared cleared) {
    stop = null;
    end(cleared.at());
  }

  @Override
  public void on(ModelStarted call) {
    started("model", call.model() == null ? "model" : call.model(), call.agent(), call.at());
  }

  @Override
  public void on(ToolStarted call) {
    started("tool", call.tool(), call.agent(), call.at());
  }

  @Override
  public long onTime(long now) {
    if (activity == null) {
      return NEVER;
    }
    long quietAt = lastCallAt + settings.quiet().toMillis();
    if (now < quietAt) {
      return quietAt;
    }
    end(now);
    return NEVER;
  }

  private void started(String kind, String subject, @Nullable String agent, long at) {
    if (stop == null || at <= stop.at()) {
      return;
    }
    lastCallAt = at;
    if (activity == null) {
      activity = scene.findings().open(draft(kind, subject, agent, at, stop), at);
      scene.alarm().at(at + settings.quiet().toMillis());
    }
  }

  private void end(long at) {
    if (activity != null) {
      activity.resolve(at);
      activity = null;
    }
  }

  private static Draft draft(
      String kind, String subject, @Nullable String agent, long at, StopEngaged stop) {
    Cause call = new Cause(kind, subject, agent == null ? 0.9 : 0.3);
    return new Draft(
        FindingType.ACTIVITY_AFTER_STOP,
        Severity.CRITICAL,
        agent,
        agent == null ? subject : agent,
        agent == null ? Set.of(subject) : Set.of(agent, subject),
        agent == null ? List.of(call) : List.of(new Cause("agent", agent, 0.7), call),
        "%s called %s %.1f s after the stop of %s"
            .formatted(
                agent == null ? "The run" : agent,
                subject,
                (at - stop.at()) / 1000.0,
                stop.scope().equals("all") ? "everything" : "this workflow"),
        "See that the service obeys the stop; if it cannot, end the process.",
        at);
  }
}

package dev.pitwall.engine.detector;

import dev.pitwall.engine.history.Measure;
import dev.pitwall.engine.history.Recorder;
import dev.pitwall.engine.history.WorkflowHistory;
import dev.pitwall.engine.run.Calls;
import dev.pitwall.engine.run.Calls.Call;
import dev.pitwall.engine.run.Handoffs.Handoff;
import dev.pitwall.engine.run.Task;

/** How long things may take in one workflow: by its history, and without one by the settings. */
final class Patience {

  private static final int ENOUGH = 5;
  private static final double MOST = 0.95;

  private final StallSettings settings;
  private final WorkflowHistory history;

  Patience(StallSettings settings, WorkflowHistory history) {
    this.settings = settings;
    this.history = history;
  }

  /** How long nearly all calls of this model or tool take, milliseconds, or NaN. */
  double usual(Call call) {
    return switch (call.kind()) {
      case MODEL -> usual(Measure.MODEL_DURATION, call.subject());
      case TOOL -> usual(Measure.TOOL_DURATION, call.subject());
    };
  }

  long with(Call call) {
    double usual = usual(call);
    // A model that mostly answers in a second may well think for minutes once.
    long least =
        call.kind() == Calls.Kind.MODEL
            ? settings.silence().toMillis()
            : settings.floor().toMillis();
    return known(usual, least);
  }

  long withAgent(String agent) {
    return known(usual(Measure.AGENT_DURATION, agent), settings.floor().toMillis());
  }

  long with(Task task) {
    String type = task.created().type();
    double usual = type == null ? Double.NaN : usual(Measure.TASK_DURATION, type);
    return known(usual, settings.floor().toMillis());
  }

  long with(Handoff handoff) {
    Measure stage = handoff.isAccepted() ? Measure.HANDOFF_WORK : Measure.HANDOFF_ACCEPTANCE;
    String edge = Recorder.edge(handoff.offer().source(), handoff.offer().target());
    // The floor is that of a call: whoever is asked is elsewhere.
    return known(usual(stage, edge), settings.call().toMillis());
  }

  /** How long nothing may be heard of a run. */
  long withSilence(boolean begun) {
    if (!begun) {
      return settings.call().toMillis();
    }
    double run = usual(Measure.RUN_DURATION, "");
    long most = settings.silence().toMillis();
    return Double.isNaN(run)
        ? most
        : Math.min(most, Math.max(settings.floor().toMillis(), times(run)));
  }

  private double usual(Measure measure, String subject) {
    return history.usual(measure, subject, MOST, ENOUGH);
  }

  private long known(double usual, long least) {
    return Double.isNaN(usual) ? settings.call().toMillis() : Math.max(least, times(usual));
  }

  private long times(double usual) {
    return Math.round(settings.factor() * usual);
  }
}

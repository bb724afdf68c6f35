package dev.pitwall.engine.history;

import dev.pitwall.engine.run.RunState;
import dev.pitwall.engine.run.Task;
import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.SignalHandler;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.ToolEnded;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds what succeeds in one run to the history of its workflow. It takes a signal after the run's
 * state and its detectors have.
 */
public final class Recorder implements SignalHandler {

  private static final int MAX_OPEN = 512;

  private final RunState state;
  private final WorkflowHistory history;
  private final Map<Long, Long> agents = new HashMap<>(4);

  public Recorder(RunState state, WorkflowHistory history) {
    this.state = state;
    this.history = history;
  }

  @Override
  public void on(AgentStarted started) {
    if (agents.size() < MAX_OPEN) {
      agents.put(started.operation(), started.at());
    }
  }

  @Override
  public void on(AgentEnded ended) {
    Long since = agents.remove(ended.operation());
    if (since != null && ended.error() == null) {
      took(Measure.AGENT_DURATION, ended.agent(), ended.at() - since);
    }
  }

  @Override
  public void on(ModelEnded call) {
    if (call.error() == null && call.model() != null) {
      took(Measure.MODEL_DURATION, call.model(), call.at() - call.startedAt());
    }
  }

  @Override
  public void on(ToolEnded call) {
    if (call.error() == null) {
      took(Measure.TOOL_DURATION, call.tool(), call.at() - call.startedAt());
    }
  }

  @Override
  public void on(TaskEnded ended) {
    Task task = state.tasks().get(ended.task());
    if (task != null
        && task.isStarted()
        && task.created().type() != null
        && ended.result() == TaskEnded.Result.COMPLETED) {
      took(Measure.TASK_DURATION, task.created().type(), ended.at() - task.startedAt());
    }
  }

  @Override
  public void on(HandoffAccepted accepted) {
    took(
        Measure.HANDOFF_ACCEPTANCE,
        edge(accepted.source(), accepted.target()),
        accepted.at() - accepted.offeredAt());
  }

  @Override
  public void on(HandoffEnded ended) {
    if (ended.error() == null) {
      took(
          Measure.HANDOFF_WORK,
          edge(ended.source(), ended.target()),
          ended.at() - ended.acceptedAt());
    }
  }

  @Override
  public void on(RunEnded ended) {
    if (ended.error() == null && state.isStarted()) {
      took(Measure.RUN_DURATION, "", ended.at() - state.startedAt());
      add(Measure.RUN_TOKENS, "", (double) state.spend().tokens());
      add(Measure.RUN_COST, "", state.spend().cost());
      add(Measure.RUN_CALLS, "", (double) state.spend().calls());
    }
  }

  /** How an edge is called in the history. */
  public static String edge(String source, String target) {
    return source + " → " + target;
  }

  private void took(Measure measure, String subject, long millis) {
    add(measure, subject, (double) millis);
  }

  private void add(Measure measure, String subject, double value) {
    history.of(measure, subject).add(Math.max(0, value));
  }
}

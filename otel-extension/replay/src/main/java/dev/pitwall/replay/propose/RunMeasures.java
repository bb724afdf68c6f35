package dev.pitwall.replay.propose;

import dev.pitwall.engine.run.RunState;
import dev.pitwall.engine.run.Waiting;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.SignalHandler;
import dev.pitwall.engine.signal.ToolEnded;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Measures one run while it is replayed. What waits for people is not measured. */
final class RunMeasures implements SignalHandler {

  private static final int MOST_OFFERS = 1024;

  private final RunState state;
  private final Map<Measured, Long> most = new EnumMap<>(Measured.class);
  private final Set<String> toAgents = new HashSet<>();
  private long heardAt;
  private long usefulAt;
  private boolean waited;

  RunMeasures(String run, String workflow, long at) {
    this.state = new RunState(run, workflow, at);
    this.heardAt = at;
    this.usefulAt = at;
  }

  String workflow() {
    return state.workflow();
  }

  /** Takes the next signal of the run. */
  void accept(Signal signal) {
    // Before it is taken: what it ends is what was the case until now.
    boolean quiet = state.calls().open().isEmpty() && state.isStarted();
    waited |= state.waiting() != Waiting.NO;
    if (quiet && state.waiting() == Waiting.NO) {
      atLeast(Measured.SILENT, signal.at() - heardAt);
    }
    state.accept(signal);
    heardAt = Math.max(heardAt, signal.at());
    if (state.news() || signal instanceof RunEnded) {
      if (!waited) {
        atLeast(Measured.FRUITLESS, signal.at() - usefulAt);
      }
      usefulAt = signal.at();
      waited = false;
    }
    signal.deliverTo(this);
  }

  @Override
  public void on(ModelEnded call) {
    atLeast(Measured.CALL, call.at() - call.startedAt());
    add(Measured.TOKENS, call.usage().tokens());
    add(Measured.CALLS, 1);
  }

  @Override
  public void on(ToolEnded call) {
    atLeast(Measured.CALL, call.at() - call.startedAt());
  }

  @Override
  public void on(HandoffOffered offered) {
    if (offered.recipient() == HandoffOffered.Recipient.AGENT && toAgents.size() < MOST_OFFERS) {
      toAgents.add(offered.handoff());
    }
  }

  @Override
  public void on(HandoffAccepted accepted) {
    if (toAgents.contains(accepted.handoff())) {
      atLeast(Measured.ACCEPTANCE, accepted.at() - accepted.offeredAt());
    }
  }

  @Override
  public void on(HandoffEnded ended) {
    if (toAgents.remove(ended.handoff())) {
      atLeast(Measured.WORK, ended.at() - ended.acceptedAt());
    }
  }

  /** What the run has needed at most of each; without what never occurred in it. */
  Map<Measured, Long> most() {
    return most;
  }

  private void atLeast(Measured measured, long value) {
    most.merge(measured, Math.max(0, value), Math::max);
  }

  private void add(Measured measured, long value) {
    most.merge(measured, value, Long::sum);
  }
}

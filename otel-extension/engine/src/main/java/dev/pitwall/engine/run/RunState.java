package dev.pitwall.engine.run;

import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.ApprovalDecided;
import dev.pitwall.engine.signal.ApprovalRequested;
import dev.pitwall.engine.signal.ArtifactWritten;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffRejected;
import dev.pitwall.engine.signal.SignalHandler;
import dev.pitwall.engine.signal.ToolCalled;
import dev.pitwall.engine.signal.WorkflowEnded;
import dev.pitwall.engine.signal.WorkflowStarted;
import java.util.HashMap;
import java.util.Map;

/** What is known of one open run. Not safe for use by several threads; its owner locks. */
public final class RunState implements SignalHandler {

  private static final int MAX_AGENTS = 256;

  private final String run;
  private final String workflow;
  private final long startedAt;
  private final ProgressTree progress = new ProgressTree();
  private final Novelty novelty = new Novelty();
  private final Map<String, Integer> activeAgents = new HashMap<>();
  private final Waits handoffs = new Waits();
  private final Waits approvals = new Waits();
  private long usefulAt;

  public RunState(String run, String workflow, long startedAt) {
    this.run = run;
    this.workflow = workflow;
    this.startedAt = startedAt;
    this.usefulAt = startedAt;
  }

  public String run() {
    return run;
  }

  public String workflow() {
    return workflow;
  }

  @Override
  public void on(WorkflowStarted started) {
    progress.started(started.operation(), started.parent(), started.shape());
  }

  @Override
  public void on(WorkflowEnded ended) {
    if (progress.ended(ended.operation(), ended.error() != null, ended.workflow())) {
      useful(ended.at());
    }
  }

  @Override
  public void on(AgentStarted started) {
    if (activeAgents.size() < MAX_AGENTS || activeAgents.containsKey(started.agent())) {
      activeAgents.merge(started.agent(), 1, Integer::sum);
    }
  }

  @Override
  public void on(AgentEnded ended) {
    activeAgents.computeIfPresent(ended.agent(), (agent, n) -> n - 1);
    boolean fresh =
        ended.outputHash() != null && novelty.isNew("agent", ended.agent(), ended.outputHash());
    if (ended.error() == null) {
      progress.memberEnded(ended.parent(), ended.agent());
      if (fresh) {
        useful(ended.at());
      }
    }
  }

  @Override
  public void on(ToolCalled call) {
    if (call.error() == null
        && call.resultHash() != null
        && novelty.isNew("tool", call.tool(), call.resultHash())) {
      useful(call.at());
    }
  }

  @Override
  public void on(ArtifactWritten written) {
    if (novelty.isNew("artifact", written.key(), written.hash())) {
      useful(written.at());
    }
  }

  @Override
  public void on(HandoffOffered offered) {
    handoffs.begin(offered.handoff(), offered.target(), offered.at());
  }

  @Override
  public void on(HandoffAccepted accepted) {
    handoffs.end(accepted.handoff());
  }

  @Override
  public void on(HandoffRejected rejected) {
    handoffs.end(rejected.handoff());
  }

  @Override
  public void on(ApprovalRequested requested) {
    approvals.begin(requested.approval(), requested.kind(), requested.at());
  }

  @Override
  public void on(ApprovalDecided decided) {
    approvals.end(decided.approval());
    useful(decided.at());
  }

  /** Members done and members in all of the outermost workflow, as far as its topology tells. */
  public Steps steps() {
    return new Steps(progress.completed(), progress.total());
  }

  /** How many of how many. */
  public record Steps(int completed, int total) {}

  public RunSnapshot snapshot() {
    return new RunSnapshot(
        run,
        workflow,
        startedAt,
        usefulAt,
        progress.share(),
        Map.copyOf(activeAgents),
        handoffs.snapshot(),
        approvals.snapshot());
  }

  private void useful(long at) {
    usefulAt = Math.max(usefulAt, at);
  }
}

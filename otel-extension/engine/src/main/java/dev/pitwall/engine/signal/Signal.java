package dev.pitwall.engine.signal;

/**
 * One observation. {@code operation} numbers what is under way within a run (a workflow, an agent's
 * invocation), {@code parent} the operation around it or 0; {@code at} is the time in epoch
 * milliseconds.
 */
public sealed interface Signal
    permits AgentEnded,
        AgentStarted,
        ApprovalDecided,
        ApprovalRequested,
        ArtifactWritten,
        ContingencyActivated,
        Evaluated,
        GateDecided,
        HandoffAccepted,
        HandoffEnded,
        HandoffOffered,
        HandoffRejected,
        JvmObserved,
        MilestoneReached,
        ModelEnded,
        ModelStarted,
        ResourceAccessed,
        RunAuthorized,
        RunEnded,
        RunPaused,
        RunPlanned,
        RunProgressed,
        RunRecovered,
        RunResumed,
        RunRevoked,
        RunStarted,
        StopCleared,
        StopEngaged,
        StopReady,
        TaskBlocked,
        TaskCreated,
        TaskEnded,
        TaskReworked,
        TaskStarted,
        ToolEnded,
        ToolStarted,
        WorkflowEnded,
        WorkflowStarted {

  /** The run it belongs to. */
  String run();

  /** When it happened, epoch milliseconds. */
  long at();

  /** Calls the handler's method for this kind of signal. */
  void deliverTo(SignalHandler handler);
}

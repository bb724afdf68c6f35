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
        Evaluated,
        GateDecided,
        HandoffAccepted,
        HandoffEnded,
        HandoffOffered,
        HandoffRejected,
        ModelCalled,
        RunEnded,
        RunStarted,
        ToolCalled,
        WorkflowEnded,
        WorkflowStarted {

  /** The run it belongs to. */
  String run();

  /** When it happened, epoch milliseconds. */
  long at();

  /** Calls the handler's method for this kind of signal. */
  void deliverTo(SignalHandler handler);
}

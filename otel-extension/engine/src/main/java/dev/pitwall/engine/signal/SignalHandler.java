package dev.pitwall.engine.signal;

/** Receives signals by kind; implement what is of interest. */
public interface SignalHandler {
  default void on(RunPlanned signal) {}

  default void on(RunAuthorized signal) {}

  default void on(RunRevoked signal) {}

  default void on(RunStarted signal) {}

  default void on(RunProgressed signal) {}

  default void on(RunPaused signal) {}

  default void on(RunResumed signal) {}

  default void on(RunRecovered signal) {}

  default void on(RunEnded signal) {}

  default void on(MilestoneReached signal) {}

  default void on(TaskCreated signal) {}

  default void on(TaskStarted signal) {}

  default void on(TaskBlocked signal) {}

  default void on(TaskReworked signal) {}

  default void on(TaskEnded signal) {}

  default void on(WorkflowStarted signal) {}

  default void on(WorkflowEnded signal) {}

  default void on(AgentStarted signal) {}

  default void on(AgentEnded signal) {}

  default void on(ModelStarted signal) {}

  default void on(ModelEnded signal) {}

  default void on(ToolStarted signal) {}

  default void on(ToolEnded signal) {}

  default void on(ArtifactWritten signal) {}

  default void on(ResourceAccessed signal) {}

  default void on(HandoffOffered signal) {}

  default void on(HandoffAccepted signal) {}

  default void on(HandoffRejected signal) {}

  default void on(HandoffEnded signal) {}

  default void on(Evaluated signal) {}

  default void on(GateDecided signal) {}

  default void on(ApprovalRequested signal) {}

  default void on(ApprovalDecided signal) {}

  default void on(ContingencyActivated signal) {}

  default void on(StopEngaged signal) {}

  default void on(StopCleared signal) {}

  default void on(StopReady signal) {}

  default void on(JvmObserved signal) {}
}

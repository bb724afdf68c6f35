package dev.pitwall.engine.signal;

/** Receives signals by kind; implement what is of interest. */
public interface SignalHandler {

  default void on(RunStarted signal) {}

  default void on(RunEnded signal) {}

  default void on(WorkflowStarted signal) {}

  default void on(WorkflowEnded signal) {}

  default void on(AgentStarted signal) {}

  default void on(AgentEnded signal) {}

  default void on(ModelCalled signal) {}

  default void on(ToolCalled signal) {}

  default void on(ArtifactWritten signal) {}

  default void on(HandoffOffered signal) {}

  default void on(HandoffAccepted signal) {}

  default void on(HandoffRejected signal) {}

  default void on(HandoffEnded signal) {}

  default void on(Evaluated signal) {}

  default void on(GateDecided signal) {}

  default void on(ApprovalRequested signal) {}

  default void on(ApprovalDecided signal) {}
}

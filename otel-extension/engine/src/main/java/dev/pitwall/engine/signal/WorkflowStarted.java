package dev.pitwall.engine.signal;

/** An orchestration began; the outermost one of a run has parent 0. */
public record WorkflowStarted(
    String run, long operation, long parent, String workflow, Shape shape, long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

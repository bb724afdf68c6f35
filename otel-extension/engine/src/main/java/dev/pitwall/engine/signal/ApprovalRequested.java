package dev.pitwall.engine.signal;

/** A person was asked. */
public record ApprovalRequested(String run, String approval, String kind, long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

package dev.pitwall.engine.signal;

/** The person answered; the result is a value of the conventions. */
public record ApprovalDecided(
    String run, String approval, String kind, String result, long requestedAt, long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

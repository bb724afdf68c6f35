package dev.pitwall.engine.signal;

/** The member took the work up. */
public record HandoffAccepted(
    String run, String handoff, String source, String target, long offeredAt, long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

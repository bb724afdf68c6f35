package dev.pitwall.engine.signal;

/** The offer was declined, or its workflow ended without calling the member. */
public record HandoffRejected(String run, String handoff, String source, String target, long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

package dev.pitwall.engine.signal;

/** Work was offered to a member. */
public record HandoffOffered(String run, String handoff, String source, String target, long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

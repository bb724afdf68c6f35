package dev.pitwall.engine.signal;

/** A checkpoint was reached. */
public record MilestoneReached(String run, String milestone, long at) implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

package dev.pitwall.engine.signal;

/** A checkpoint was reached. */
public record MilestoneReached(String run, String milestone, long at) implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }

  /** How it stands to its target, as the conventions say it; a target of 0 is none. */
  public String inTime(long target) {
    return target == 0 ? "untimed" : at <= target ? "on_time" : "late";
  }
}

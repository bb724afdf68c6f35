package dev.pitwall.engine.signal;

/** How ready the emergency stop is, said to every run when it changes and when the run begins. */
public record StopReady(String run, Readiness readiness, long at) implements Signal {

  /** How ready, in ascending order. */
  public enum Readiness {
    NONE,
    /** It can be reached. */
    ARMED,
    /** And somebody has tried it. */
    TESTED
  }

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

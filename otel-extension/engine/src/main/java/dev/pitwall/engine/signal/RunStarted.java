package dev.pitwall.engine.signal;

/** A run began in this JVM. */
public record RunStarted(String run, String workflow, long at) implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

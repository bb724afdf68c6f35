package dev.pitwall.engine.signal;

/**
 * A run began in this JVM.
 *
 * @param spansOnly whether it is known from its spans only, so that nobody tells when it waits for
 *     a person, a timer or a queue
 */
public record RunStarted(String run, String workflow, boolean spansOnly, long at)
    implements Signal {

  /** A run that tells what it waits for. */
  public RunStarted(String run, String workflow, long at) {
    this(run, workflow, false, at);
  }

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

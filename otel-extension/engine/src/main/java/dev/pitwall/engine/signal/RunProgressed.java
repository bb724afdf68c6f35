package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** So much of a run, or of one of its tasks, is done; {@code total} of 0 is not known. */
public record RunProgressed(
    String run,
    @Nullable String task,
    double completed,
    double total,
    @Nullable String unit,
    @Nullable String phase,
    long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

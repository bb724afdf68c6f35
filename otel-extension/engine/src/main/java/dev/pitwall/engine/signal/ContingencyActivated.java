package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** Another course was taken because of trouble. */
public record ContingencyActivated(
    String run, String contingency, @Nullable String finding, @Nullable String reason, long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

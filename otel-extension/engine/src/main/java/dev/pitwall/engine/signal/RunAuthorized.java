package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** A record of permission was given for a plan; {@code expiresAt} of 0 is never. */
public record RunAuthorized(
    String run,
    String workflow,
    String planHash,
    @Nullable String user,
    boolean reviewed,
    long expiresAt,
    @Nullable String scope,
    long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

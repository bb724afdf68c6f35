package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** An agent's invocation ended; the output's hash tells whether it said something new. */
public record AgentEnded(
    String run,
    long operation,
    long parent,
    String agent,
    @Nullable String outputHash,
    @Nullable String error,
    long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

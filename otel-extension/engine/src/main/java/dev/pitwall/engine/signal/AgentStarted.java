package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** An agent was invoked; the hash of its input, where it is known, tells equal work. */
public record AgentStarted(
    String run, long operation, long parent, String agent, @Nullable String inputHash, long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

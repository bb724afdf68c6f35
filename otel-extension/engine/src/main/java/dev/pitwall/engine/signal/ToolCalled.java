package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** A tool was called and answered or failed; arguments and result are known by their hashes. */
public record ToolCalled(
    String run,
    long parent,
    @Nullable String agent,
    String tool,
    String argumentsHash,
    @Nullable String resultHash,
    @Nullable String error,
    long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

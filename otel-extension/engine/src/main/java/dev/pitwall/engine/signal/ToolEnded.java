package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** A tool answered or failed; arguments and result are known by their hashes. */
public record ToolEnded(
    String run,
    long operation,
    long parent,
    @Nullable String agent,
    String tool,
    String argumentsHash,
    @Nullable String resultHash,
    @Nullable String error,
    long startedAt,
    long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

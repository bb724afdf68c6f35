package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** A tool is called; {@code guard} is the kind of approval that the call needs, if it needs one. */
public record ToolStarted(
    String run,
    long operation,
    long parent,
    @Nullable String agent,
    String tool,
    String argumentsHash,
    @Nullable String guard,
    long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/**
 * A score was given; {@code normalized} is its place in the evaluator's range, or null if the range
 * is unknown.
 */
public record Evaluated(
    String run,
    long parent,
    @Nullable String agent,
    String evaluation,
    double score,
    @Nullable Double normalized,
    long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

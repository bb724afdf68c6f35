package dev.pitwall.sample.simulator.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * What went into an operation and what came out, as text. Pitwall's extension exports hashes of it;
 * other instrumentations export nothing of it, or all.
 */
public record Content(@Nullable String input, @Nullable String output) {

  /** Nothing is known. */
  public static final Content NONE = new Content(null, null);
}

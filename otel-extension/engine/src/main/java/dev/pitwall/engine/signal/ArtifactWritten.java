package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** Something was left behind for others, known by its name and the hash of its value. */
public record ArtifactWritten(
    String run, long parent, @Nullable String agent, String key, String hash, long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

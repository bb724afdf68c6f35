package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** Work was offered; with a reply path, an answer is to be expected. */
public record HandoffOffered(
    String run,
    String handoff,
    String source,
    String target,
    Mode mode,
    boolean replyPath,
    @Nullable String inputHash,
    long at)
    implements Signal {

  /** Whether control comes back. */
  public enum Mode {
    RETURN_TO_CALLER,
    PASS_CONTROL
  }

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

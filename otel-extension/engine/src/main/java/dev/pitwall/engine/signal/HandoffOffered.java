package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/**
 * Work was offered; with a reply path, an answer is to be expected. A person takes the time that it
 * takes, and so does whoever empties a queue.
 */
public record HandoffOffered(
    String run,
    String handoff,
    String source,
    String target,
    Recipient recipient,
    Mode mode,
    boolean replyPath,
    @Nullable String inputHash,
    long at)
    implements Signal {

  /** What the target is. */
  public enum Recipient {
    AGENT,
    PERSON,
    QUEUE
  }

  /** Whether control comes back. */
  public enum Mode {
    RETURN_TO_CALLER,
    PASS_CONTROL
  }

  /** An offer to an agent. */
  public HandoffOffered(
      String run,
      String handoff,
      String source,
      String target,
      Mode mode,
      boolean replyPath,
      @Nullable String inputHash,
      long at) {
    this(run, handoff, source, target, Recipient.AGENT, mode, replyPath, inputHash, at);
  }

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

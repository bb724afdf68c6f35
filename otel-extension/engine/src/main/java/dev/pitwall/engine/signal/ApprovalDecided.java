package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/**
 * The answer came, or its time ran out; the result is a value of the conventions, the user is who
 * answered, if that is known.
 */
public record ApprovalDecided(
    String run,
    String approval,
    String kind,
    @Nullable String guards,
    String result,
    @Nullable String user,
    long requestedAt,
    long at)
    implements Signal {

  /** An answer of whom is not known. */
  public ApprovalDecided(
      String run,
      String approval,
      String kind,
      @Nullable String guards,
      String result,
      long requestedAt,
      long at) {
    this(run, approval, kind, guards, result, null, requestedAt, at);
  }

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

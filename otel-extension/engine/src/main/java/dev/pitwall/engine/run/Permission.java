package dev.pitwall.engine.run;

import dev.pitwall.engine.signal.RunAuthorized;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunRevoked;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run may be executed at a moment.
 *
 * @param verdict yes, or what is wrong
 * @param since when that began to be so, epoch milliseconds, or 0 if always
 * @param until when a valid permission ends, epoch milliseconds, or 0
 */
public record Permission(Verdict verdict, long since, long until) {

  /** What can be said of a permission. */
  public enum Verdict {
    VALID,
    MISSING,
    EXPIRED,
    REVOKED,
    /** It was given for another plan. */
    OTHER_PLAN,
    /** The emergency stop is not as ready as it must be. */
    STOP_NOT_READY
  }

  public boolean isValid() {
    return verdict == Verdict.VALID;
  }

  static Permission of(
      @Nullable RunPlanned plan,
      @Nullable RunAuthorized given,
      @Nullable RunRevoked revoked,
      long now) {
    if (given == null) {
      return new Permission(Verdict.MISSING, 0, 0);
    }
    if (revoked != null) {
      return new Permission(Verdict.REVOKED, revoked.at(), 0);
    }
    if (plan != null
        && !plan.planHash().isEmpty()
        && !given.planHash().isEmpty()
        && !plan.planHash().equals(given.planHash())) {
      return new Permission(Verdict.OTHER_PLAN, plan.at(), 0);
    }
    if (given.expiresAt() != 0 && given.expiresAt() <= now) {
      return new Permission(Verdict.EXPIRED, given.expiresAt(), 0);
    }
    return new Permission(Verdict.VALID, given.at(), given.expiresAt());
  }
}

package dev.pitwall.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's permission to execute a plan.
 *
 * <pre>{@code
 * planned.authorize(Authorization.by("ada").wasReviewed().until(tomorrow));
 * }</pre>
 *
 * @param user who permits it; what of this leaves the process is a setting of the operator
 * @param reviewed whether somebody has read the plan
 * @param expiresAt when the permission ends, or null for never
 * @param scope what it covers, in words
 */
public record Authorization(
    @Nullable String user, boolean reviewed, @Nullable Instant expiresAt, @Nullable String scope) {

  /** A permission that does not end, of a plan that nobody has read. */
  public static Authorization by(@Nullable String user) {
    return new Authorization(user, false, null, null);
  }

  /** The same, and the plan was read. */
  public Authorization wasReviewed() {
    return new Authorization(user, true, expiresAt, scope);
  }

  /** The same until then. */
  public Authorization until(@Nullable Instant end) {
    return new Authorization(user, reviewed, end, scope);
  }

  /** The same for that. */
  public Authorization within(@Nullable String limits) {
    return new Authorization(user, reviewed, expiresAt, limits);
  }
}

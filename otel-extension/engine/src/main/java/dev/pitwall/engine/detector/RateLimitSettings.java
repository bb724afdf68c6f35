package dev.pitwall.engine.detector;

import java.time.Duration;

/**
 * When being refused for rate or quota is trouble.
 *
 * @param minRefusals refusals by one provider or tool
 * @param minDelay how much time they must have cost, from the first refusal on
 * @param atOnce so many refusals are trouble whatever they have cost yet
 * @param patience how long a task may be held up by one refusal
 * @param rest how long after the last refusal it is over
 */
public record RateLimitSettings(
    int minRefusals, Duration minDelay, int atOnce, Duration patience, Duration rest) {

  /**
   * One refusal and the pause after it are the ordinary way to use a quota to the full, and limits
   * are mostly by the minute: what lasts for a minute is not over with the next window. Five at
   * once is what makes a storm of retries, of which this is then the cause.
   */
  public static final RateLimitSettings DEFAULT =
      new RateLimitSettings(
          3, Duration.ofSeconds(5), 5, Duration.ofMinutes(1), Duration.ofMinutes(1));
}

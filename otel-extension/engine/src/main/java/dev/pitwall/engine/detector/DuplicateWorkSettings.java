package dev.pitwall.engine.detector;

import java.time.Duration;

/**
 * When work that is done twice is worth telling.
 *
 * @param least how long it must take the second time; what is shorter is a look-up
 */
public record DuplicateWorkSettings(Duration least) {

  /** Five seconds: a model's answer, not a cache's. */
  public static final DuplicateWorkSettings DEFAULT =
      new DuplicateWorkSettings(Duration.ofSeconds(5));
}

package dev.pitwall.engine.detector;

import java.time.Duration;

/**
 * When one of several siblings is a straggler.
 *
 * @param siblings how many of the same kind must have ended
 * @param ratio how many times their median duration it must take
 * @param ended which share of all of them must have ended: so many wait for the rest
 * @param floor how much longer than their median it must take at least
 */
public record StragglerSettings(int siblings, double ratio, double ended, Duration floor) {

  /** Three siblings, three times their median, three quarters done, thirty seconds more. */
  public static final StragglerSettings DEFAULT =
      new StragglerSettings(3, 3, 0.75, Duration.ofSeconds(30));
}

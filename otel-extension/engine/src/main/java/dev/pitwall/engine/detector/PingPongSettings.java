package dev.pitwall.engine.detector;

import java.time.Duration;

/**
 * When passing control back and forth is trouble.
 *
 * @param minReturns how often in a row control must have come back to who had it before
 * @param doubt how many times as often where something may have been finished in between
 * @param rest how long after the last return it is over
 */
public record PingPongSettings(int minReturns, int doubt, Duration rest) {

  /**
   * Asking back once or twice is how parties agree; three rounds in which nothing is finished are
   * not. Who says something each time may be getting somewhere, for six rounds.
   */
  public static final PingPongSettings DEFAULT = new PingPongSettings(4, 3, Duration.ofMinutes(10));
}

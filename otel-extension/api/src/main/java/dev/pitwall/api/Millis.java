package dev.pitwall.api;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Times as they go over the wire: milliseconds, 0 for none, the largest number for what is more.
 */
final class Millis {

  private Millis() {}

  static long of(@Nullable Instant at) {
    try {
      return at == null ? 0 : Math.max(0, at.toEpochMilli());
    } catch (ArithmeticException e) {
      return at.getEpochSecond() < 0 ? 0 : Long.MAX_VALUE;
    }
  }

  static long of(Duration time) {
    try {
      return time.toMillis();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }
}

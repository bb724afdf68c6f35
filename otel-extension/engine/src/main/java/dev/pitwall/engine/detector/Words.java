package dev.pitwall.engine.detector;

import java.util.Locale;

/** Numbers as people say them, for evidence. */
final class Words {

  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Words() {}

  /** Two units at most: {@code 850 ms}, {@code 12.3 s}, {@code 2 min 5 s}, {@code 3 d 4 h}. */
  static String duration(long millis) {
    long time = Math.max(0, millis);
    if (time < SECOND) {
      return time + " ms";
    }
    if (time < MINUTE) {
      return time % SECOND == 0 || time >= 10 * SECOND
          ? time / SECOND + " s"
          : String.format(Locale.ROOT, "%.1f s", time / 1000.0);
    }
    if (time < HOUR) {
      return two(time, MINUTE, "min", SECOND, "s");
    }
    return time < DAY ? two(time, HOUR, "h", MINUTE, "min") : two(time, DAY, "d", HOUR, "h");
  }

  /** A count: {@code 950}, {@code 12,300}, {@code 1.2 million}. */
  static String count(double number) {
    return number < 1e6
        ? String.format(Locale.ROOT, "%,d", Math.round(number))
        : String.format(Locale.ROOT, "%.1f million", number / 1e6);
  }

  /** {@code 1 call}, {@code 2 calls}. */
  static String counted(long number, String thing) {
    return count((double) number) + " " + thing + (number == 1 ? "" : "s");
  }

  /** A share: {@code 87 %}. */
  static String percent(double share) {
    return Math.round(100 * share) + " %";
  }

  /** A factor: {@code 3.4 times}. */
  static String times(double factor) {
    return String.format(Locale.ROOT, "%.1f times", factor);
  }

  /** A score, a price: {@code 0.82}. */
  static String decimal(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  private static String two(long time, long unit, String name, long smaller, String smallerName) {
    long rest = time % unit / smaller;
    return time / unit + " " + name + (rest == 0 ? "" : " " + rest + " " + smallerName);
  }
}

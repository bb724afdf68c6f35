package dev.pitwall.replay;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Says on the standard error how far it is, every few seconds. */
final class Progress {

  private static final long EVERY_NANOS = 5_000_000_000L;
  private static final int LINES_BETWEEN = 64;

  private final PrintStream out;
  private final LongSupplier clock;
  private long said;

  Progress(PrintStream out, LongSupplier clock) {
    this.out = out;
    this.clock = clock;
    this.said = clock.getAsLong();
  }

  /** So much has been read. */
  void read(long bytes, long lines) {
    if (lines % LINES_BETWEEN == 0 && isTime()) {
      out.printf("read %,.0f MB, %,d lines%n", bytes / 1e6, lines);
    }
  }

  /** So far the replay has come. */
  void replayed(long observations) {
    if (observations % (LINES_BETWEEN * 1024) == 0 && isTime()) {
      out.printf("replayed %,d%n", observations);
    }
  }

  private boolean isTime() {
    long now = clock.getAsLong();
    if (now - said < EVERY_NANOS) {
      return false;
    }
    said = now;
    return true;
  }
}

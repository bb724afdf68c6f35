package dev.pitwall.instrumentation.langchain4j.v1_0.guardrail;

import org.jspecify.annotations.Nullable;

/** Counts the answers that are judged until one passes, on the thread that asks for them. */
final class Attempts {

  private static final ThreadLocal<@Nullable Attempts> current = new ThreadLocal<>();

  private final int max;
  private final @Nullable Attempts around;
  private int made;

  private Attempts(int max, @Nullable Attempts around) {
    this.max = max;
    this.around = around;
  }

  /** Judging begins; a guardrail may itself call a service with guardrails. */
  static Attempts begin(int max) {
    Attempts attempts = new Attempts(max, current.get());
    current.set(attempts);
    return attempts;
  }

  void end() {
    if (around == null) {
      current.remove();
    } else {
      current.set(around);
    }
  }

  /** The next answer is about to be judged. */
  static void next() {
    Attempts attempts = current.get();
    if (attempts != null) {
      attempts.made++;
    }
  }

  /** Which answer is judged, from 1. */
  static int number() {
    Attempts attempts = current.get();
    return attempts == null ? 1 : attempts.made;
  }

  /** Whether another answer may be asked for. */
  static boolean isLast() {
    Attempts attempts = current.get();
    return attempts != null && attempts.made >= attempts.max;
  }
}

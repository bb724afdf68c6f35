package dev.pitwall.replay.record;

/** The sixteen bytes of a trace's id. */
public record TraceId(long high, long low) {

  /** None. */
  public static final TraceId NONE = new TraceId(0, 0);

  /** As it is written. */
  public String text() {
    return "%016x%016x".formatted(high, low);
  }
}

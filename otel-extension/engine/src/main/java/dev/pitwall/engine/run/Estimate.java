package dev.pitwall.engine.run;

/**
 * How far a run has come and how long it will take.
 *
 * @param progress 0 to 1
 * @param remaining milliseconds, or -1 while it is too early to tell
 * @param source where the progress was read from
 */
public record Estimate(double progress, long remaining, Source source) {

  /** Sources, best first. */
  public enum Source {
    /** Progress that the application declares, or its tasks. */
    PLAN,
    /** The shape of its workflow. */
    TOPOLOGY,
    /** How long runs of the same workflow took. */
    HISTORY,
    NONE
  }

  /** Too early to tell. */
  public static final long UNKNOWN = -1;
}

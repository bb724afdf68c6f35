package dev.pitwall.engine.signal;

/**
 * What can be known of a workflow's course before it has run.
 *
 * @param kind how its members follow one another
 * @param members how many members it has
 * @param maxIterations how often it goes round at most; 1 unless it is a loop
 */
public record Shape(Kind kind, int members, int maxIterations) {

  /** How members follow one another. */
  public enum Kind {
    SEQUENCE,
    PARALLEL,
    LOOP,
    ROUTER,
    SUPERVISOR
  }
}

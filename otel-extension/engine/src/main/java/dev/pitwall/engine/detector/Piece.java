package dev.pitwall.engine.detector;

import dev.pitwall.engine.run.Caller;
import dev.pitwall.engine.run.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * One doing of some work. Many are kept, so equal work is known by a fingerprint and not by its
 * input.
 */
final class Piece {

  /** The doing of it, by the id of the operation, task or handoff. */
  record Doing(Kind kind, Object id) {}

  /** Where work is seen. */
  enum Kind {
    INVOCATION,
    TASK,
    HANDOFF,
    ACCEPTANCE
  }

  final Kind kind;
  final String name;
  // What is done: with equal input of one kind it is the same work.
  final long work;
  final Object id;
  final String doer;
  final @Nullable Caller caller;
  final long parent;
  final long startedAt;
  // What it repeats without a reason.
  @Nullable Piece original;
  private long endedAt;
  private long place;
  private boolean failed;

  /**
   * @param name the agent, type of task, or target
   * @param input the hash of what it is given
   * @param id the operation, task or handoff
   * @param doer who does it
   * @param caller who wants it done, if known
   * @param parent the operation within which it is done, or 0
   * @param startPlace its place among the changes of its run
   */
  Piece(
      Kind kind,
      String name,
      String input,
      Object id,
      String doer,
      @Nullable Caller caller,
      long parent,
      long startedAt,
      long startPlace) {
    this.kind = kind;
    this.name = name;
    this.work = work(kind, name, input);
    this.id = id;
    this.doer = doer;
    this.caller = caller;
    this.parent = parent;
    this.startedAt = startedAt;
    this.place = startPlace;
  }

  static long work(Kind kind, String name, String input) {
    return Fingerprint.of(kind.name(), name, input);
  }

  Doing doing() {
    return new Doing(kind, id);
  }

  void ended(boolean badly, long at, long endPlace) {
    failed = badly;
    endedAt = at;
    place = endPlace;
  }

  boolean hasEnded() {
    return endedAt != 0;
  }

  /** Epoch milliseconds, 0 while it is under way. */
  long endedAt() {
    return endedAt;
  }

  /** Its start's place among the changes of its run; once it has ended, that of its end. */
  long place() {
    return place;
  }

  /** Whether it ended before another began. */
  boolean endedBefore(Piece other) {
    return hasEnded() && endedAt <= other.startedAt;
  }

  boolean hasFailed() {
    return failed;
  }
}

package dev.pitwall.engine.detector;

import dev.pitwall.engine.run.Caller;
import org.jspecify.annotations.Nullable;

/** One doing of some work. */
final class Piece {

  /** What is done: with equal input of one kind it is the same work. */
  record Work(Kind kind, String name, String input) {}

  /** The doing of it, by the id of the operation, task or handoff. */
  record Doing(Kind kind, Object id) {}

  /** Where work is seen. */
  enum Kind {
    INVOCATION,
    TASK,
    HANDOFF,
    ACCEPTANCE
  }

  final Work work;
  final Doing doing;
  final String doer;
  final @Nullable Caller caller;
  final long parent;
  final long startedAt;
  final long startPlace;
  // What it repeats without a reason.
  @Nullable Piece original;
  private long endedAt;
  private long endPlace;
  private boolean failed;

  /**
   * @param doer who does it
   * @param caller who wants it done, if known
   * @param parent the operation within which it is done, or 0
   * @param startPlace its place among the changes of its run
   */
  Piece(
      Work work,
      Object id,
      String doer,
      @Nullable Caller caller,
      long parent,
      long startedAt,
      long startPlace) {
    this.work = work;
    this.doing = new Doing(work.kind(), id);
    this.doer = doer;
    this.caller = caller;
    this.parent = parent;
    this.startedAt = startedAt;
    this.startPlace = startPlace;
  }

  void ended(boolean badly, long at, long place) {
    failed = badly;
    endedAt = at;
    endPlace = place;
  }

  boolean hasEnded() {
    return endPlace != 0;
  }

  /** Epoch milliseconds, 0 while it is under way. */
  long endedAt() {
    return endedAt;
  }

  long endPlace() {
    return endPlace;
  }

  /** Whether it ended before another began. */
  boolean endedBefore(Piece other) {
    return hasEnded() && endedAt <= other.startedAt;
  }

  boolean hasFailed() {
    return failed;
  }
}

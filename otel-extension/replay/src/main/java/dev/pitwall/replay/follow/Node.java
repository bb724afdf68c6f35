package dev.pitwall.replay.follow;

import dev.pitwall.replay.record.Span;
import dev.pitwall.replay.record.StepKind;
import dev.pitwall.replay.record.TraceId;
import org.jspecify.annotations.Nullable;

/** A span that has begun: its place in its trace, and in its run if it is a step of one. */
final class Node {

  final TraceId trace;
  final long parent;

  /** Epoch nanoseconds. */
  final long start;

  final long end;

  /** What it is in its run; null while or because it only stands between others. */
  @Nullable StepKind kind;

  /** Its run; null like {@link #kind}. */
  @Nullable FollowedRun run;

  String name = "";

  /** Who acts in it. */
  @Nullable String agent;

  /** Its number in the run, and that of the workflow or agent around it, or 0. */
  long operation;

  long around;

  boolean open;

  Node(Span span) {
    // Not the span itself: what it says of its step is not needed for as long as its place is.
    this.trace = span.trace();
    this.parent = span.parent();
    this.start = span.start();
    this.end = span.end();
  }

  /** Whether Pitwall itself has recorded it as part of a run. */
  boolean isOurs() {
    return run != null && run.isOurs();
  }
}

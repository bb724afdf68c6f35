package dev.pitwall.replay.follow;

import dev.pitwall.replay.record.Span;
import dev.pitwall.replay.record.StepKind;
import org.jspecify.annotations.Nullable;

/** A span that has begun: its place in its trace, and in its run if it is a step of one. */
final class Node {

  final Span span;

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
    this.span = span;
  }

  /** Whether Pitwall itself has recorded it as part of a run. */
  boolean isOurs() {
    return run != null && run.isOurs();
  }
}

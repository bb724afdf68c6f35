package dev.pitwall.replay.follow;

import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.replay.record.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run of which something was recorded: where it begins, what it has open, when it is over. */
final class FollowedRun {

  private static final int MOST_HELD = 10_000;

  /** Under what it is known while it is open; a second run of a trace has the same. */
  final String key;

  final String id;
  private final boolean ours;

  /** Whether the recording has the entry of its beginning. */
  final boolean announced;

  /** Whether a plan or a permission of it was seen, so that its beginning is said by itself. */
  boolean planned;

  String workflow = "";
  boolean started;

  /** When it began, epoch milliseconds: nothing of it is earlier. */
  long startedAt;

  /** The outermost workflow or agent. */
  @Nullable Node root;

  /** The error with which the outermost one ended. */
  @Nullable String error;

  /** Steps under way. */
  int open;

  /** When a step of it ended last, and when the spans around its steps will have; nanoseconds. */
  long lastEnd;

  long until;

  /** When it is over unless more begins, nanoseconds; or never. */
  long due = Long.MAX_VALUE;

  /** Its end was logged before that of its outermost span was seen. */
  @Nullable RunEnded ending;

  private final List<Observation> held = new ArrayList<>();
  private final Map<String, Long> suspended = new HashMap<>();

  FollowedRun(String key, String id, boolean ours, boolean announced) {
    this.key = key;
    this.id = id;
    this.ours = ours;
    this.announced = announced;
  }

  /** Whether Pitwall itself has recorded it. */
  boolean isOurs() {
    return ours;
  }

  /** Whether spans of it must wait: the entry of its beginning is still to come. */
  boolean holds() {
    return announced && !started && held.size() < MOST_HELD;
  }

  void hold(Observation observation) {
    held.add(observation);
  }

  /** What had to wait, in order; nothing waits any more. */
  List<Observation> release() {
    List<Observation> released = List.copyOf(held);
    held.clear();
    return released;
  }

  /** A workflow waits to be resumed under another span. */
  void suspend(Node workflow) {
    suspended.put(key(workflow), workflow.operation);
  }

  /** The number of the workflow that a span resumes, or null if it begins a new one. */
  @Nullable Long resume(Node workflow) {
    return suspended.remove(key(workflow));
  }

  boolean isSuspended() {
    return !suspended.isEmpty();
  }

  private static String key(Node workflow) {
    return workflow.around + "/" + workflow.name;
  }
}

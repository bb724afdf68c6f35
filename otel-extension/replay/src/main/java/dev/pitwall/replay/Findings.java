package dev.pitwall.replay;

import dev.pitwall.engine.EngineListener;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Hears what the engine finds and passes each finding on when it is over, in the order in which
 * they were detected. Not safe for use by several threads.
 */
final class Findings implements EngineListener {

  private final Predicate<String> guessed;
  private final Consumer<String> troubled;
  private final Consumer<Found> taker;
  private final Map<String, Open> open = new HashMap<>();
  private final Deque<Open> inOrder = new ArrayDeque<>();
  private int unpermitted;
  private int evicted;
  private @Nullable String failure;

  private static final class Open {
    private Finding finding;
    private @Nullable Long resolved;

    Open(Finding finding) {
      this.finding = finding;
    }
  }

  /**
   * @param guessed whether a run's beginning is not in the recording; then neither is its
   *     permission, and that it has none is not known
   * @param troubled hears of each run in which something is found, at once
   * @param taker takes each finding when it is over
   */
  Findings(Predicate<String> guessed, Consumer<String> troubled, Consumer<Found> taker) {
    this.guessed = guessed;
    this.troubled = troubled;
    this.taker = taker;
  }

  @Override
  public void opened(Finding finding) {
    if (finding.type() == FindingType.UNAUTHORIZED_RUN && guessed.test(finding.run())) {
      unpermitted++;
      return;
    }
    troubled.accept(finding.run());
    Open opened = new Open(finding);
    open.put(finding.id(), opened);
    inOrder.add(opened);
  }

  @Override
  public void updated(Finding finding, long at) {
    Open known = open.get(finding.id());
    if (known != null) {
      known.finding = finding;
    }
  }

  @Override
  public void resolved(Finding finding, long at) {
    Open known = open.remove(finding.id());
    if (known != null) {
      known.finding = finding;
      known.resolved = at;
    }
    while (!inOrder.isEmpty() && inOrder.peek().resolved != null) {
      pass(inOrder.remove());
    }
  }

  private void pass(Open over) {
    taker.accept(new Found(over.finding, over.resolved));
  }

  /** The recording is over: what is open is passed on as it is. */
  void end() {
    while (!inOrder.isEmpty()) {
      pass(inOrder.remove());
    }
    open.clear();
  }

  @Override
  public void evictedRun(String run) {
    evicted++;
  }

  @Override
  public void progressed(String run, int completed, int total) {}

  @Override
  public void failed(String detector, Throwable error) {
    failure = detector + " failed and was silent for the rest of a run: " + error;
  }

  /** Runs without a permission that may have one before the recording begins. */
  int unpermitted() {
    return unpermitted;
  }

  /** Runs that were given up for lack of room or for their silence. */
  int evicted() {
    return evicted;
  }

  /** What went wrong in a detector, or null. */
  @Nullable String failure() {
    return failure;
  }
}

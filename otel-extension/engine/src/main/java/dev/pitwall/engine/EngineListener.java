package dev.pitwall.engine;

import dev.pitwall.engine.finding.FindingListener;
import dev.pitwall.engine.finding.HandoffFate;
import dev.pitwall.engine.signal.HandoffOffered;

/**
 * Hears what the engine decides. Called in the order of events of a run while that run is locked:
 * an implementation must not block and must not call back.
 */
public interface EngineListener extends FindingListener {

  /** A run was given up for lack of room or for its silence. */
  void evictedRun(String run);

  /** A step of the outermost workflow was finished. */
  void progressed(String run, int completed, int total);

  /** A handoff was lost, found again, or taken up twice. */
  default void handoff(HandoffFate fate, HandoffOffered offer, long at) {}

  /** A run has ended and nothing more will be said of it. */
  default void leftRun(String run) {}

  /**
   * A look at the JVM would tell more of a run that is suspected; whoever can take it publishes a
   * {@code JvmObserved} later. Asked often, so take it rarely.
   */
  default void suspected(String run, String reason, long at) {}

  /** A detector failed; it is silent for the rest of the run. */
  default void failed(String detector, Throwable error) {}
}

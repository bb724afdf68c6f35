package dev.pitwall.engine;

import dev.pitwall.engine.finding.FindingListener;

/**
 * Hears what the engine decides. Called in the order of events of a run while that run is locked:
 * an implementation must not block and must not call back.
 */
public interface EngineListener extends FindingListener {

  /** A run was given up for lack of room or for its silence. */
  void evictedRun(String run);

  /** A step of the outermost workflow was finished. */
  void progressed(String run, int completed, int total);
}

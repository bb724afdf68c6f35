package dev.pitwall.engine.detector;

/** Where the detectors of one run put what they find. */
public interface FindingSink {

  /** Opens a finding and returns what resolves it. */
  OpenFinding open(Draft draft, long at);

  /** A finding that is open. */
  interface OpenFinding {

    /** Ends it; further calls do nothing. */
    void resolve(long at);
  }
}

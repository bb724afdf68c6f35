package dev.pitwall.sample.simulator.scenario;

/**
 * What people of this trade call ordinary. The labels rest on it where a definition says "far
 * longer" or "a few"; each constant is an opinion about work and not a setting of any detector.
 */
final class Ordinary {

  /** Three of the same in a row still happen to the careful; the third repetition is the fourth. */
  static final int FEW = 3;

  /** "Minutes are ordinary" for a model or a tool: up to ten of them. */
  static final long CALL = 10 * 60_000;

  /** Nothing under way at all: what an orchestrator may need between two steps. */
  static final long PAUSE = 5 * 60_000;

  /** What waits no longer than this has had a short wait. */
  static final long SHORT_WAIT = 2 * 60_000;

  /** The longest time limit that a lock has here; what it breaks is a wait that resolves itself. */
  static final long LOCK_LIMIT = 20_000;

  /** What takes no longer is a look-up and not work. */
  static final long LOOK_UP = 3_000;

  /** How long after the end of a run things may still be written down. */
  static final long LATE_ENTRY = 5_000;

  /** What takes so many times the usual is far longer than usual. */
  static final int FAR = 10;

  private Ordinary() {}
}

package dev.pitwall.bridge;

/** How a workflow's members follow one another; it is what progress can be read from. */
public enum Topology {
  /** One after the other, each once. */
  SEQUENCE,
  /** All at once, each once. */
  PARALLEL,
  /** One after the other, again and again, at most a known number of times. */
  LOOP,
  /** Some of them, chosen by conditions. */
  ROUTER,
  /** Whom a supervisor calls, as often as it likes. */
  SUPERVISOR
}

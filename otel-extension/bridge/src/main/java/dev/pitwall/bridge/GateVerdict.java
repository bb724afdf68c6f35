package dev.pitwall.bridge;

/**
 * The verdict of a quality gate.
 *
 * @param gate the gate's name
 * @param result its verdict
 * @param action what follows from it
 * @param attempt the how-manieth answer it judged, from 1
 */
public record GateVerdict(String gate, Result result, Action action, int attempt) {

  /** The verdict on a first answer. */
  public GateVerdict(String gate, Result result, Action action) {
    this(gate, result, action, 1);
  }

  public GateVerdict {
    gate = Names.of(gate);
  }

  /** Verdicts. */
  public enum Result {
    PASSED,
    REWRITTEN,
    FAILED,
    FATAL,
    /** The gate itself failed. */
    ERROR
  }

  /** Consequences. */
  public enum Action {
    PASS,
    RETRY,
    REJECT
  }
}

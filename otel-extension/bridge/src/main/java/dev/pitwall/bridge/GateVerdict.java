package dev.pitwall.bridge;

/**
 * The verdict of a quality gate.
 *
 * @param gate the gate's name
 * @param result its verdict
 * @param action what follows from it
 */
public record GateVerdict(String gate, Result result, Action action) {

  public GateVerdict {
    gate = Names.of(gate);
  }

  /** Verdicts. */
  public enum Result {
    PASSED,
    REWRITTEN,
    FAILED,
    FATAL
  }

  /** Consequences. */
  public enum Action {
    PASS,
    RETRY,
    REJECT
  }
}

package dev.pitwall.testing.application;

/** The framework has no such capability. The contract reports it as skipped, with the reason. */
public final class Unsupported extends RuntimeException {

  private static final long serialVersionUID = 1;

  public Unsupported(String reason) {
    super(reason);
  }
}

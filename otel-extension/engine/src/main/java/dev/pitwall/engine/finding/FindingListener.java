package dev.pitwall.engine.finding;

/**
 * Hears of findings, outside of any lock of the engine, in the order in which they happen within a
 * run.
 */
public interface FindingListener {

  /** A detector found something. */
  void opened(Finding finding);

  /** Its condition or its run ended at {@code at}, epoch milliseconds. */
  void resolved(Finding finding, long at);
}

package dev.pitwall.engine.finding;

/** Hears of findings in the order in which they happen within a run. */
public interface FindingListener {

  /** A detector found something. */
  void opened(Finding finding);

  /** More is known of a finding that is open; it keeps its id. */
  default void updated(Finding finding, long at) {}

  /** Its condition or its run ended at {@code at}, epoch milliseconds. */
  void resolved(Finding finding, long at);

  /**
   * It turned out to be a symptom of another finding, in whose evidence it is from {@code at} on.
   */
  default void explained(Finding finding, long at) {
    resolved(finding, at);
  }
}

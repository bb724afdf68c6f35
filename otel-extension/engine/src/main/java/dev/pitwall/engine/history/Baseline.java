package dev.pitwall.engine.history;

/** What results usually are, and how much one of them speaks for having become worse. */
sealed interface Baseline permits ScoreBaseline, PassBaseline {

  /** Takes a result into what is usual. */
  void learn(double result);

  /** How many results it rests on. */
  int learnt();

  /**
   * The logarithm of how much likelier the result is if things have become worse than if they are
   * as usual.
   */
  double against(double result);

  /** The usual result on average. */
  double level();

  /** How far below the usual level an average has to be to be another one. */
  double noise();

  /** The width of the range of results, as far as it is known. */
  double range();
}

package dev.pitwall.engine.detector;

/**
 * When results have become worse.
 *
 * @param falseAlarm one in so many results on average may be a false alarm
 * @param learn how many results of an agent in an evaluation or gate tell what is usual
 * @param results how many results must be worse; three times as many if all are of one run
 * @param drop by how much of their range they must have dropped on average
 */
public record QualityRegressionSettings(int falseAlarm, int learn, int results, double drop) {

  /**
   * A workflow that is judged a hundred times a day has a false alarm in three months; twenty
   * results tell a mean to a quarter of a deviation; a tenth of the range is a drop that people
   * see.
   */
  public static final QualityRegressionSettings DEFAULT =
      new QualityRegressionSettings(10_000, 20, 5, 0.1);
}

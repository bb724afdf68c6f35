package dev.pitwall.sample.simulator.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How well one type, or all of them, is found. */
public final class TypeScore {

  private int expected;
  private int found;
  private int falseAlarms;
  private int reopened;
  private int firstCause;
  private int amongThree;
  private final List<Long> delays = new ArrayList<>();
  private final List<Long> sinceOnset = new ArrayList<>();

  void add(Verdict verdict) {
    expected++;
    if (verdict.isFound()) {
      found++;
      reopened += verdict.reopened() > 0 ? 1 : 0;
      int rank = verdict.causeRank();
      firstCause += rank == 1 ? 1 : 0;
      amongThree += rank >= 1 && rank <= 3 ? 1 : 0;
      delays.add(verdict.delay());
      sinceOnset.add(verdict.sinceOnset());
    }
  }

  void addFalseAlarm() {
    falseAlarms++;
  }

  public int expected() {
    return expected;
  }

  public int found() {
    return found;
  }

  public int falseAlarms() {
    return falseAlarms;
  }

  /** Troubles that took more than one finding. */
  public int reopened() {
    return reopened;
  }

  public Share precision() {
    return new Share(found, found + falseAlarms);
  }

  public Share recall() {
    return new Share(found, expected);
  }

  /** The harmonic mean of precision and recall. */
  public double f1() {
    double precision = precision().value();
    double recall = recall().value();
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /** How often the likeliest cause is the true one. */
  public Share firstCause() {
    return new Share(firstCause, found);
  }

  /** How often the true cause is among the three likeliest. */
  public Share amongThree() {
    return new Share(amongThree, found);
  }

  /** Seconds beyond what the definition needs, at a quantile; -1 if nothing was found. */
  public double delaySeconds(double quantile) {
    return seconds(delays, quantile);
  }

  /** Seconds since the onset, at a quantile; -1 if nothing was found. */
  public double onsetSeconds(double quantile) {
    return seconds(sinceOnset, quantile);
  }

  private static double seconds(List<Long> millis, double quantile) {
    if (millis.isEmpty()) {
      return -1;
    }
    List<Long> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    int rank = (int) Math.ceil(quantile * sorted.size());
    return sorted.get(Math.max(0, rank - 1)) / 1_000.0;
  }
}

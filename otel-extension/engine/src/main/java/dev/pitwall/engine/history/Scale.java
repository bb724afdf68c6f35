package dev.pitwall.engine.history;

import org.jspecify.annotations.Nullable;

/**
 * Notices that results are on another scale than before. A score and its place in a range lie on a
 * line, which two of them tell; a third that is not on it has another range. Without ranges only a
 * change of size tells.
 */
final class Scale {

  private static final double APART = 0.05;
  private static final double TOLERANCE = 0.02;

  private @Nullable Boolean normalized;
  private double score = Double.NaN;
  private double place;
  private double slope = Double.NaN;

  /** Whether a score is on another scale than those before, which {@code before} tells of. */
  boolean isOther(double given, @Nullable Double normal, @Nullable ScoreBaseline before) {
    boolean ranged = normal != null;
    boolean other = normalized != null && normalized != ranged;
    normalized = ranged;
    if (normal != null) {
      other |= isOffTheLine(given, normal);
    } else if (!other && before != null && before.learnt() > 0) {
      other = isOfOtherSize(given, before);
    }
    if (other) {
      score = Double.NaN;
      slope = Double.NaN;
    }
    if (normal != null) {
      draw(given, normal);
    }
    return other;
  }

  private boolean isOffTheLine(double given, double normal) {
    return !Double.isNaN(slope)
        && Math.abs(given - score - slope * (normal - place)) > TOLERANCE * Math.abs(slope);
  }

  private void draw(double given, double normal) {
    if (Double.isNaN(score)) {
      score = given;
      place = normal;
    } else if (Double.isNaN(slope) && Math.abs(normal - place) > APART) {
      slope = (given - score) / (normal - place);
    }
  }

  // From shares to marks, or from marks to shares; a mark of 0 or 1 is a bad mark.
  private static boolean isOfOtherSize(double given, ScoreBaseline before) {
    if (before.max() <= 1) {
      return given > 1.5;
    }
    return given > 2 * before.max() || (given > 0 && given < 1 && before.level() > 2);
  }
}

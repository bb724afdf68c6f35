package dev.pitwall.engine.detector;

import dev.pitwall.engine.finding.Cause;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a finding may be put down to, weighed by evidence: a cause's score is its share of all
 * weights, so the scores of a finding add up to one and can be compared.
 */
final class Ranking {

  private static final int SHOWN = 5;

  private final Map<Candidate, Double> weights = new LinkedHashMap<>();

  private record Candidate(String kind, String subject) {}

  /** Adds weight to a candidate; one that is not known, or has no weight, is none. */
  Ranking add(String kind, @Nullable String subject, double weight) {
    if (subject != null && weight > 0) {
      weights.merge(new Candidate(kind, subject), weight, Double::sum);
    }
    return this;
  }

  boolean isEmpty() {
    return weights.isEmpty();
  }

  /** The likeliest first, at most {@value #SHOWN}; equals in the order in which they came. */
  List<Cause> causes() {
    double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    return weights.entrySet().stream()
        .map(e -> new Cause(e.getKey().kind(), e.getKey().subject(), rounded(e.getValue() / all)))
        .sorted(Comparator.comparingDouble(Cause::score).reversed())
        .limit(SHOWN)
        .toList();
  }

  private static double rounded(double share) {
    return Math.round(share * 100) / 100.0;
  }
}

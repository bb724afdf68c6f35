package dev.pitwall.sample.simulator.score;

import dev.pitwall.sample.simulator.scenario.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one labelled trouble.
 *
 * @param findings those that told it, in the order of their times; none if it was missed
 */
public record Verdict(Label label, List<Found> findings) {

  public Verdict {
    findings = List.copyOf(findings);
  }

  public boolean isFound() {
    return !findings.isEmpty();
  }

  /** How many more findings than one it took. */
  public int reopened() {
    return Math.max(0, findings.size() - 1);
  }

  /** Milliseconds from when it could be told to when it was told; never less than 0. */
  public long delay() {
    return Math.max(0, first().detected() - label.decidable());
  }

  /** Milliseconds from its onset to when it was told. */
  public long sinceOnset() {
    return Math.max(0, first().detected() - label.onset());
  }

  /** The place of the true cause among the causes that were named, from 1; 0 if it is missing. */
  public int causeRank() {
    List<String> named = first().causes();
    for (int i = 0; i < named.size(); i++) {
      if (isTrue(named.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }

  private boolean isTrue(String cause) {
    return label.causes().stream().anyMatch(c -> cause.equals(c.kind() + ":" + c.subject()));
  }

  private Found first() {
    return findings.get(0);
  }

  /** The finding that was told first, if any. */
  public @Nullable Found earliest() {
    return findings.isEmpty() ? null : first();
  }
}

package dev.pitwall.engine.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conflict, risk or anomaly.
 *
 * @param id unique; the run's id is part of it
 * @param type what was found
 * @param severity how bad it is
 * @param run the run concerned
 * @param workflow its workflow
 * @param agent the agent concerned, if it is one agent's
 * @param subject whom or what it is about
 * @param causes ranked, likeliest first; at least one
 * @param evidence what was seen, in a sentence
 * @param recommendation what to do, in a sentence
 * @param onset when the trouble began, epoch milliseconds
 * @param openedAt when it was found, epoch milliseconds
 */
public record Finding(
    String id,
    FindingType type,
    Severity severity,
    String run,
    String workflow,
    @Nullable String agent,
    String subject,
    List<Cause> causes,
    String evidence,
    String recommendation,
    long onset,
    long openedAt) {

  public Finding {
    causes = List.copyOf(causes);
    if (causes.isEmpty()) {
      throw new IllegalArgumentException(id + ": a finding names at least one cause");
    }
  }

  /** The likeliest cause. */
  public Cause cause() {
    return causes.get(0);
  }
}

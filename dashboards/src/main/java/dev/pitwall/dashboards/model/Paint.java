package dev.pitwall.dashboards.model;

import java.util.List;

/**
 * The colour of the series whose name matches. The same words have the same colours everywhere.
 *
 * @param pattern a regular expression
 * @param color its colour
 */
public record Paint(String pattern, Color color) {

  /** How checks, tasks, permissions, approvals and handoffs end. */
  public static final List<Paint> RESULTS =
      List.of(
          ending("passed|pass|approved|valid|on_time|completed|recovered", Color.FINE),
          ending("failed|retry|rejected|expired|late|missing|duplicated", Color.WARNING),
          ending("error|escalate|reject|bypassed|revoked|lost", Color.BAD),
          ending("skipped|cancelled|untimed", Color.FAINT));

  private static Paint ending(String words, Color color) {
    return new Paint("(^|.*: )(" + words + ")$", color);
  }
}

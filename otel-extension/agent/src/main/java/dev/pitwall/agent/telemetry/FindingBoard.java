package dev.pitwall.agent.telemetry;

import dev.pitwall.engine.finding.Finding;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The findings to show: those that are open, and those that ended before every export could have
 * seen them. A finding that opens and ends between two exports would otherwise never have been.
 */
public final class FindingBoard {

  private static final int CAPACITY = 500;

  private final Duration hold;
  private final Map<String, Shown> shown = new ConcurrentHashMap<>();

  public FindingBoard(Duration hold) {
    this.hold = hold;
  }

  private record Shown(Finding finding, long until) {}

  /** A finding was opened. */
  public void opened(Finding finding) {
    if (shown.size() < CAPACITY) {
      shown.put(finding.id(), new Shown(finding, Long.MAX_VALUE));
    }
  }

  /** More is known of a finding. */
  public void updated(Finding finding) {
    shown.computeIfPresent(finding.id(), (id, open) -> new Shown(finding, open.until()));
  }

  /** A finding ended; it stays until every export can have seen it. */
  public void resolved(Finding finding) {
    long until = finding.openedAt() + hold.toMillis();
    shown.computeIfPresent(finding.id(), (id, open) -> new Shown(finding, until));
  }

  /** A finding is a symptom of another, which is shown instead: nobody need be told of both. */
  public void explained(Finding finding) {
    shown.remove(finding.id());
  }

  /** What is shown at {@code now}, worst first, then oldest first. */
  List<Finding> at(long now) {
    shown.values().removeIf(entry -> entry.until() < now);
    return shown.values().stream()
        .map(Shown::finding)
        .sorted(
            Comparator.comparing(Finding::severity)
                .reversed()
                .thenComparing(Finding::openedAt)
                .thenComparing(Finding::id))
        .toList();
  }
}

package dev.pitwall.engine.history;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is usual in one workflow, over all its runs in this JVM. Bounded: what comes beyond {@value
 * #MAX_SUBJECTS} subjects has no history. Safe for use by several threads.
 */
public final class WorkflowHistory {

  private static final int MAX_SUBJECTS = 512;

  private final Map<Key, Quantiles> quantiles = new ConcurrentHashMap<>();
  private final AtomicInteger subjects = new AtomicInteger();

  private record Key(Measure measure, String subject) {}

  /**
   * The value below which the given share of values lies, without making room for what was never
   * seen.
   *
   * @return the value, or NaN if it does not rest on {@code enough} values
   */
  public double usual(Measure measure, String subject, double share, int enough) {
    Quantiles known = quantiles.get(new Key(measure, subject));
    return known == null || known.count() < enough ? Double.NaN : known.at(share);
  }

  /** Values of a measure; without a subject they are the workflow's own. */
  public Quantiles of(Measure measure) {
    return of(measure, "");
  }

  /** Values of a measure for one agent, tool, model or edge. */
  public Quantiles of(Measure measure, String subject) {
    Key key = new Key(measure, subject);
    Quantiles known = quantiles.get(key);
    if (known != null) {
      return known;
    }
    return subjects.incrementAndGet() > MAX_SUBJECTS
        ? new Quantiles()
        : quantiles.computeIfAbsent(key, unknown -> new Quantiles());
  }
}

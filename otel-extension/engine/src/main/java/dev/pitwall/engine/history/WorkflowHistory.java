package dev.pitwall.engine.history;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is usual in one workflow, over all its runs in this JVM. Bounded: what comes when there is
 * no more room has no history. Safe for use by several threads.
 */
public final class WorkflowHistory {

  private final Map<Key, Quantiles> quantiles = new ConcurrentHashMap<>();
  private final Map<Judged, ScoreTrend> trends = new ConcurrentHashMap<>(2);
  private final Room own;
  private final Room all;

  /** A history that takes a place of both for each subject. */
  WorkflowHistory(Room own, Room all) {
    this.own = own;
    this.all = all;
  }

  /** Who was judged by what. */
  public record Judged(@Nullable String agent, String evaluation) {}

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
    return hasRoom() ? quantiles.computeIfAbsent(key, unknown -> new Quantiles()) : new Quantiles();
  }

  /** Results of one agent, or of none in particular, in one evaluation or gate. */
  public ScoreTrend trend(@Nullable String agent, String evaluation) {
    Judged key = new Judged(agent, evaluation);
    ScoreTrend known = trends.get(key);
    if (known != null) {
      return known;
    }
    return hasRoom() ? trends.computeIfAbsent(key, unknown -> new ScoreTrend()) : new ScoreTrend();
  }

  private boolean hasRoom() {
    return own.take() && all.take();
  }

  /** All results that are followed. */
  public Map<Judged, ScoreTrend> trends() {
    return Collections.unmodifiableMap(trends);
  }
}

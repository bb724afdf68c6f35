package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Metrics;
import io.opentelemetry.api.common.Attributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How full the windows of models were, the largest share of this minute and the one before: an
 * export must not miss the one call that was almost too long. Bounded by the limits of labels; safe
 * for use by any thread.
 */
public final class ContextFill implements Gauges.Source {

  private static final long MINUTE = 60_000;

  private final Instruments instruments;
  private final Map<Attributes, Peak> peaks = new ConcurrentHashMap<>();

  /**
   * The largest shares of a minute and of the one before.
   *
   * @param minute which one, counted from 1970
   */
  private record Peak(long minute, double now, double before) {

    Peak at(long current) {
      return current <= minute ? this : new Peak(current, 0, current == minute + 1 ? now : 0);
    }

    Peak with(double share) {
      return new Peak(minute, Math.max(now, share), before);
    }

    double largest() {
      return Math.max(now, before);
    }
  }

  public ContextFill(Instruments instruments) {
    this.instruments = instruments;
  }

  /** A call read this share of its model's window. */
  void add(@Nullable String agent, @Nullable String model, double share, long at) {
    peaks.merge(
        instruments.labels(Metrics.CONTEXT_UTILIZATION, agent, model),
        new Peak(at / MINUTE, share, 0),
        (known, added) -> known.at(added.minute()).with(share));
  }

  @Override
  public void observe(Gauges.Series series, long now) {
    peaks.replaceAll((labels, peak) -> peak.at(now / MINUTE));
    peaks.values().removeIf(peak -> peak.largest() == 0);
    peaks.forEach(
        (labels, peak) -> series.max(Metrics.CONTEXT_UTILIZATION, peak.largest(), labels));
  }
}

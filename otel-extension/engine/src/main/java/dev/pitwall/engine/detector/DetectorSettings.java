package dev.pitwall.engine.detector;

import java.util.HashMap;
import java.util.Map;

/**
 * Thresholds of the detectors, one record a detector, known by its class. What is not set has the
 * record's own defaults.
 *
 * <pre>{@code
 * DetectorSettings.DEFAULTS.with(new LoopSettings(6, 3));
 * }</pre>
 */
public final class DetectorSettings {

  /** All detectors with their defaults. */
  public static final DetectorSettings DEFAULTS = new DetectorSettings(Map.of());

  private final Map<Class<? extends Record>, Record> settings;

  private DetectorSettings(Map<Class<? extends Record>, Record> settings) {
    this.settings = Map.copyOf(settings);
  }

  /** These settings, with one detector's replaced. */
  public DetectorSettings with(Record changed) {
    Map<Class<? extends Record>, Record> all = new HashMap<>(settings);
    all.put(changed.getClass(), changed);
    return new DetectorSettings(all);
  }

  /** A detector's settings. */
  public <S extends Record> S of(Class<S> type, S defaults) {
    Record set = settings.get(type);
    return set == null ? defaults : type.cast(set);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DetectorSettings that && settings.equals(that.settings);
  }

  @Override
  public int hashCode() {
    return settings.hashCode();
  }

  @Override
  public String toString() {
    return settings.values().toString();
  }
}

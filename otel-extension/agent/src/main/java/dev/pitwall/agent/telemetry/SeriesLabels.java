package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Pitwall;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The series of one metric. Values that are limited one by one still multiply (200 agents × 200
 * tools × 200 models), so the first {@value #MAX_SERIES} combinations are kept apart and in all
 * others the names become {@code _OTHER}. That is half of what the SDK allows an instrument: its
 * own limit, which would merge what is closed and small too, is never reached.
 *
 * <p>The attributes of every series are made once and looked up from then on, which is what keeps
 * recording cheap. Safe for use by any thread; as many combinations too many as there are threads
 * may be admitted.
 */
final class SeriesLabels {

  static final int MAX_SERIES = 1000;

  private final LabelLimits limits;
  private final IntConsumer overflowed;
  private final List<Attribute> attributes;
  private final List<AttributeKey<String>> keys;
  private final boolean remembered;
  private final int source;
  private final int target;
  private final ConcurrentMap<Values, Attributes> series = new ConcurrentHashMap<>();

  /**
   * @param overflowed hears how many values of a record were replaced
   */
  SeriesLabels(Metric metric, LabelLimits limits, IntConsumer overflowed) {
    this.limits = limits;
    this.overflowed = overflowed;
    this.attributes = metric.attributes();
    List<String> names = attributes.stream().map(Attribute::name).toList();
    this.keys = names.stream().map(AttributeKey::stringKey).toList();
    // Series of ids come and go; who reports them bounds how many there are at once.
    this.remembered = attributes.stream().noneMatch(Attribute::id);
    this.source = names.indexOf(Pitwall.HANDOFF_SOURCE.name());
    this.target = names.indexOf(Pitwall.HANDOFF_TARGET.name());
  }

  /** The attributes of the series with these values, which are not written to. */
  Attributes of(@Nullable String... values) {
    Attributes known = series.get(new Values(values));
    return known != null ? known : admit(values);
  }

  private Attributes admit(@Nullable String[] given) {
    Values values = new Values(limited(given));
    if (remembered && series.size() >= MAX_SERIES && !series.containsKey(values)) {
      othersInsteadOfNames(values.array);
    }
    int replaced = replaced(given, values.array);
    if (replaced > 0) {
      overflowed.accept(replaced);
    }
    return remembered
        ? series.computeIfAbsent(values, each -> attributes(each.array))
        : attributes(values.array);
  }

  private @Nullable String[] limited(@Nullable String[] given) {
    @Nullable String[] limited = given.clone();
    for (int i = 0; i < given.length; i++) {
      String value = given[i];
      limited[i] = value == null ? null : limits.limit(attributes.get(i), value);
    }
    if (source >= 0 && target >= 0 && !limits.admitsEdge(limited[source], limited[target])) {
      limited[source] = LabelLimits.OTHER;
      limited[target] = LabelLimits.OTHER;
    }
    return limited;
  }

  // What is absent stays absent: without an error there is none, whoever it was.
  private void othersInsteadOfNames(@Nullable String[] values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null && attributes.get(i).values().isEmpty()) {
        values[i] = LabelLimits.OTHER;
      }
    }
  }

  private static int replaced(@Nullable String[] given, @Nullable String[] used) {
    int replaced = 0;
    for (int i = 0; i < given.length; i++) {
      if (LabelLimits.OTHER.equals(used[i]) && !LabelLimits.OTHER.equals(given[i])) {
        replaced++;
      }
    }
    return replaced;
  }

  private Attributes attributes(@Nullable String[] values) {
    AttributesBuilder builder = Attributes.builder();
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      if (value != null) {
        builder.put(keys.get(i), value);
      }
    }
    return builder.build();
  }

  /** Label values in the order of the metric's attributes. */
  private static final class Values {

    final @Nullable String[] array;

    Values(@Nullable String[] array) {
      this.array = array;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Values values && Arrays.equals(array, values.array);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(array);
    }
  }
}

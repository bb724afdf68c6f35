package dev.pitwall.testing.telemetry;

import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.Event;
import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Instrument;
import dev.pitwall.conventions.Mcp;
import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.conventions.RequestAttributes;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what was exported against the conventions: a name that they do not have is a mistake. */
final class Declared {

  static final Map<String, Attribute> ATTRIBUTES = attributes();

  private static final Map<String, Metric> METRICS =
      Metrics.all().stream().collect(Collectors.toMap(Metric::name, Function.identity()));
  private static final Map<String, Event> EVENTS =
      Events.all().stream().collect(Collectors.toMap(Event::name, Function.identity()));
  private static final Set<String> OF_EVERY_EVENT =
      Set.of(Pitwall.RUN_ID.name(), GenAi.WORKFLOW.name(), Pitwall.EVENT_SEQUENCE.name());

  private final Set<String> mistakes = new TreeSet<>();

  /** What is wrong with what was exported; empty if nothing is. */
  static Collection<String> mistakes(
      List<Item.OfSpan> spans, List<Item.OfMetric> metrics, List<Item.OfLog> logs) {
    Declared declared = new Declared();
    spans.forEach(declared::check);
    metrics.forEach(declared::check);
    logs.forEach(declared::check);
    return declared.mistakes;
  }

  private void check(Item.OfSpan item) {
    String where = "span " + item.span().getName();
    if (!item.ours()) {
      foreign(item, where, item.span().getAttributesList());
      return;
    }
    values(where, item.attributes());
    for (KeyValue attribute : item.attributes()) {
      if (!ATTRIBUTES.containsKey(attribute.getKey())) {
        mistakes.add(where + ": attribute " + attribute.getKey() + " is not declared");
      }
    }
  }

  private void check(Item.OfMetric item) {
    String name = item.metric().getName();
    Metric declared = METRICS.get(name);
    if (!item.ours()) {
      foreign(item, "metric " + name, List.of());
    } else if (declared == null) {
      mistakes.add("metric " + name + " is not declared");
    } else {
      check(item.metric(), declared);
    }
  }

  private void check(io.opentelemetry.proto.metrics.v1.Metric metric, Metric declared) {
    String where = "metric " + metric.getName();
    Instrument instrument =
        switch (metric.getDataCase()) {
          case HISTOGRAM -> Instrument.HISTOGRAM;
          case SUM -> Instrument.COUNTER;
          default -> Instrument.GAUGE;
        };
    if (instrument != declared.instrument() || !metric.getUnit().equals(declared.unit())) {
      mistakes.add(
          "%s is a %s in %s, declared is a %s in %s"
              .formatted(
                  where, instrument, metric.getUnit(), declared.instrument(), declared.unit()));
    }
    for (HistogramDataPoint point : metric.getHistogram().getDataPointsList()) {
      if (!point.getExplicitBoundsList().equals(declared.buckets())) {
        mistakes.add(where + " has bounds " + point.getExplicitBoundsList());
      }
      labels(where, declared, point.getAttributesList());
    }
    Stream.concat(
            metric.getSum().getDataPointsList().stream(),
            metric.getGauge().getDataPointsList().stream())
        .map(NumberDataPoint::getAttributesList)
        .forEach(labels -> labels(where, declared, labels));
  }

  private void labels(String where, Metric declared, List<KeyValue> labels) {
    values(where, labels);
    Set<String> allowed =
        declared.attributes().stream().map(Attribute::name).collect(Collectors.toSet());
    for (KeyValue label : labels) {
      if (!allowed.contains(label.getKey())) {
        mistakes.add(where + ": label " + label.getKey() + " is not declared for it");
      }
    }
  }

  private void check(Item.OfLog item) {
    String where = "event " + item.log().getEventName();
    Event declared = EVENTS.get(item.log().getEventName());
    if (!item.ours()) {
      foreign(item, where, item.log().getAttributesList());
    } else if (declared == null) {
      mistakes.add(where + " is not declared");
    } else {
      Set<String> allowed = new TreeSet<>(OF_EVERY_EVENT);
      declared.attributes().forEach(attribute -> allowed.add(attribute.name()));
      values(where, item.log().getAttributesList());
      for (KeyValue attribute : item.log().getAttributesList()) {
        if (!allowed.contains(attribute.getKey())) {
          mistakes.add(where + ": attribute " + attribute.getKey() + " is not declared for it");
        }
      }
    }
  }

  private void values(String where, List<KeyValue> attributes) {
    for (KeyValue attribute : attributes) {
      Attribute declared = ATTRIBUTES.get(attribute.getKey());
      String value = Values.text(attribute.getValue());
      if (declared != null && !declared.values().isEmpty() && !declared.values().contains(value)) {
        mistakes.add(
            "%s: %s is %s, allowed: %s"
                .formatted(where, declared.name(), value, declared.values()));
      }
    }
  }

  // One owner an operation: what we report, nobody else may report beside us.
  private void foreign(Item item, String where, List<KeyValue> attributes) {
    boolean genAi =
        where.matches("(metric|event) (gen_ai|pitwall|mcp)\\..*")
            || attributes.stream()
                .anyMatch(attribute -> attribute.getKey().matches("(gen_ai|pitwall|mcp)\\..*"));
    if (genAi) {
      mistakes.add(where + " is reported by " + item.scope() + " too");
    }
  }

  private static Map<String, Attribute> attributes() {
    Map<String, Attribute> attributes = new TreeMap<>();
    List<Field> fields = new ArrayList<>(List.of(GenAi.class.getFields()));
    fields.addAll(List.of(RequestAttributes.class.getFields()));
    fields.addAll(List.of(Mcp.class.getFields()));
    fields.addAll(List.of(Pitwall.class.getFields()));
    try {
      for (Field field : fields) {
        if (field.get(null) instanceof Attribute attribute) {
          attributes.put(attribute.name(), attribute);
        }
      }
    } catch (IllegalAccessException e) {
      throw new LinkageError("the conventions are public", e);
    }
    return attributes;
  }
}

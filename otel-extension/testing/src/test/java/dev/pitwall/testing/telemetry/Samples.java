package dev.pitwall.testing.telemetry;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.List;

/** Telemetry to test with. */
final class Samples {

  private Samples() {}

  /** Attributes from names and values in turn. */
  static List<KeyValue> attributes(String... namesAndValues) {
    List<KeyValue> attributes = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      attributes.add(
          KeyValue.newBuilder()
              .setKey(namesAndValues[i])
              .setValue(AnyValue.newBuilder().setStringValue(namesAndValues[i + 1]))
              .build());
    }
    return attributes;
  }

  static Item.OfSpan span(
      String id, String parent, String name, long start, long end, String... attributes) {
    return new Item.OfSpan(
        Item.PITWALL,
        Span.newBuilder()
            .setSpanId(ByteString.copyFromUtf8(id))
            .setParentSpanId(ByteString.copyFromUtf8(parent))
            .setName(name)
            .setKind(Span.SpanKind.SPAN_KIND_INTERNAL)
            .setStartTimeUnixNano(start)
            .setEndTimeUnixNano(end)
            .addAllAttributes(attributes(attributes))
            .build());
  }

  static Item.OfMetric counter(
      String scope, String name, String unit, long amount, String... labels) {
    return new Item.OfMetric(
        scope,
        Metric.newBuilder()
            .setName(name)
            .setUnit(unit)
            .setSum(
                Sum.newBuilder()
                    .addDataPoints(
                        NumberDataPoint.newBuilder()
                            .setAsInt(amount)
                            .addAllAttributes(attributes(labels))))
            .build());
  }

  static Item.OfLog event(String name, long number, String... attributes) {
    return new Item.OfLog(
        Item.PITWALL,
        LogRecord.newBuilder()
            .setEventName(name)
            .setTimeUnixNano(number)
            .addAllAttributes(attributes(attributes))
            .addAllAttributes(attributes("pitwall.event.sequence", String.valueOf(number)))
            .build());
  }
}

package dev.pitwall.testing.telemetry;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;

/** A span, log record or metric, and the instrumentation scope that made it. */
public sealed interface Item {

  /** The scope of all that Pitwall makes. */
  String PITWALL = "dev.pitwall";

  /** The scope's name. */
  String scope();

  /** Whether Pitwall made it. */
  default boolean ours() {
    return scope().equals(PITWALL);
  }

  /** A span. */
  record OfSpan(String scope, Span span) implements Item {

    /** Its attributes without the thread's, which the agent adds to every span. */
    List<KeyValue> attributes() {
      return span.getAttributesList().stream()
          .filter(attribute -> !attribute.getKey().startsWith("thread."))
          .toList();
    }
  }

  /** A log record. */
  record OfLog(String scope, LogRecord log) implements Item {}

  /** A metric. */
  record OfMetric(String scope, Metric metric) implements Item {}

  /** Adds the spans of an export. */
  static void addAll(List<OfSpan> spans, ExportTraceServiceRequest request) {
    for (ResourceSpans resource : request.getResourceSpansList()) {
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        scope
            .getSpansList()
            .forEach(span -> spans.add(new OfSpan(scope.getScope().getName(), span)));
      }
    }
  }

  /** Adds the log records of an export. */
  static void addAll(List<OfLog> logs, ExportLogsServiceRequest request) {
    for (ResourceLogs resource : request.getResourceLogsList()) {
      for (ScopeLogs scope : resource.getScopeLogsList()) {
        scope
            .getLogRecordsList()
            .forEach(log -> logs.add(new OfLog(scope.getScope().getName(), log)));
      }
    }
  }

  /** Adds the metrics of an export. */
  static void addAll(List<OfMetric> metrics, ExportMetricsServiceRequest request) {
    for (ResourceMetrics resource : request.getResourceMetricsList()) {
      for (ScopeMetrics scope : resource.getScopeMetricsList()) {
        scope
            .getMetricsList()
            .forEach(metric -> metrics.add(new OfMetric(scope.getScope().getName(), metric)));
      }
    }
  }
}

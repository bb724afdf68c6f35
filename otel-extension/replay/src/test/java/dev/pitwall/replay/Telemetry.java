package dev.pitwall.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes export requests as the Collector's file exporter does, a line for each span or entry. */
final class Telemetry {

  static final long START = 1_764_378_000_000L;

  private final List<String> lines = new ArrayList<>();
  private final String service;

  Telemetry(String service) {
    this.service = service;
  }

  /** A span; times are seconds after the start. */
  Telemetry span(
      String trace, int id, int parent, double from, double to, Map<String, ?> attributes) {
    return line(
        "resourceSpans",
        "scopeSpans",
        "spans",
        "\"traceId\":\"%s\",\"spanId\":\"%016x\",\"parentSpanId\":\"%s\",\"name\":\"span\",\"kind\":1,\"startTimeUnixNano\":\"%s\",\"endTimeUnixNano\":\"%s\",\"attributes\":%s,\"status\":{}"
            .formatted(
                trace(trace),
                id,
                parent == 0 ? "" : "%016x".formatted(parent),
                nanos(from),
                nanos(to),
                attributes(attributes)));
  }

  /** An entry of the workflow log. */
  Telemetry entry(String event, String run, double at, Map<String, ?> attributes) {
    List<String> all = new ArrayList<>(pairs(attributes));
    all.add(pair("pitwall.run.id", run));
    all.add(pair("gen_ai.workflow.name", "desk"));
    return line(
        "resourceLogs",
        "scopeLogs",
        "logRecords",
        "\"timeUnixNano\":\"%s\",\"observedTimeUnixNano\":\"%s\",\"severityNumber\":9,\"body\":{},\"attributes\":[%s],\"eventName\":\"%s\""
            .formatted(nanos(at), nanos(at), String.join(",", all), event));
  }

  /** A metric that was exported, which says nothing but that the service was there. */
  Telemetry metric(double at) {
    lines.add(
        "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"name\":\"m\",\"gauge\":{\"dataPoints\":[{\"timeUnixNano\":\"%s\",\"asInt\":\"1\"}]}}]}]}]}"
            .formatted(nanos(at)));
    return this;
  }

  /** A line as it is. */
  Telemetry line(String line) {
    lines.add(line);
    return this;
  }

  private Telemetry line(String resources, String scopes, String items, String item) {
    lines.add(
        "{\"%s\":[{\"resource\":{\"attributes\":[%s]},\"%s\":[{\"scope\":{\"name\":\"test\"},\"%s\":[{%s}]}]}]}"
            .formatted(resources, pair("service.name", service), scopes, items, item));
    return this;
  }

  private static String attributes(Map<String, ?> attributes) {
    return "[" + String.join(",", pairs(attributes)) + "]";
  }

  private static List<String> pairs(Map<String, ?> attributes) {
    return attributes.entrySet().stream()
        .map(each -> pair(each.getKey(), each.getValue()))
        .collect(Collectors.toList());
  }

  private static String pair(String name, Object value) {
    String written =
        value instanceof Number number
            ? "{\"intValue\":\"%d\"}".formatted(number.longValue())
            : value instanceof Boolean flag
                ? "{\"boolValue\":%s}".formatted(flag)
                : "{\"stringValue\":\"%s\"}".formatted(value);
    return "{\"key\":\"%s\",\"value\":%s}".formatted(name, written);
  }

  private static String trace(String name) {
    return "%032x".formatted(name.hashCode() & 0xffffffffL);
  }

  private static String nanos(double seconds) {
    return String.valueOf(START * 1_000_000 + Math.round(seconds * 1e9));
  }

  List<String> lines() {
    return lines;
  }
}

package dev.pitwall.sample.simulator.telemetry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pitwall.conventions.Pitwall;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Writes a recording as the Collector's file exporter does: each line is one export request in
 * OTLP's JSON, with what ended within a few seconds. {@code traces.jsonl} and {@code logs.jsonl}.
 */
public final class OtlpWriter {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long BATCH_MILLIS = 5_000;
  private static final String NANOS = "000000";
  private static final String SCOPE = "dev.pitwall";
  private static final String STANDARD_SCOPE = "any-framework";

  private final Coverage coverage;
  private final Projection projection;

  public OtlpWriter(Coverage coverage) {
    this.coverage = coverage;
    this.projection = new Projection(coverage);
  }

  /**
   * Writes the files into the folder, which is made if need be.
   *
   * @throws IOException if they cannot be written
   */
  public void write(Recording recording, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Span> spans =
        recording.spans().stream()
            .filter(projection::exports)
            .sorted(Comparator.comparingLong(Span::end))
            .toList();
    lines(folder.resolve("traces.jsonl"), spans, Span::end, this::traces);
    Path logs = folder.resolve("logs.jsonl");
    if (projection.exportsLog()) {
      List<LogRecord> records =
          recording.records().stream().sorted(Comparator.comparingLong(LogRecord::at)).toList();
      lines(logs, records, LogRecord::at, this::logs);
    } else {
      Files.deleteIfExists(logs);
    }
  }

  private static <T> void lines(
      Path file, List<T> all, ToLongFunction<T> at, Function<List<T>, ObjectNode> request)
      throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      List<T> batch = new ArrayList<>();
      for (T each : all) {
        if (!batch.isEmpty()
            && at.applyAsLong(each) - at.applyAsLong(batch.get(0)) > BATCH_MILLIS) {
          line(lines, request.apply(batch));
          batch.clear();
        }
        batch.add(each);
      }
      if (!batch.isEmpty()) {
        line(lines, request.apply(batch));
      }
    }
  }

  private static void line(BufferedWriter lines, ObjectNode request) throws IOException {
    lines.write(JSON.writeValueAsString(request));
    lines.write('\n');
  }

  private ObjectNode traces(List<Span> batch) {
    ObjectNode request = JSON.createObjectNode();
    ObjectNode resource = request.putArray("resourceSpans").addObject();
    describe(resource);
    ObjectNode scope = resource.putArray("scopeSpans").addObject();
    scope.putObject("scope").put("name", coverage.isStandard() ? STANDARD_SCOPE : SCOPE);
    ArrayNode spans = scope.putArray("spans");
    batch.forEach(span -> add(spans.addObject(), span));
    return request;
  }

  private void add(ObjectNode node, Span span) {
    node.put("traceId", span.trace());
    node.put("spanId", span.id());
    node.put("parentSpanId", span.parent() == null ? "" : span.parent());
    node.put("name", span.name());
    node.put("kind", span.client() ? 3 : 1);
    node.put("startTimeUnixNano", span.start() + NANOS);
    node.put("endTimeUnixNano", span.end() + NANOS);
    attributes(node.putArray("attributes"), projection.of(span));
    ObjectNode status = node.putObject("status");
    if (span.error() != null) {
      status.put("code", 2);
    }
  }

  private ObjectNode logs(List<LogRecord> batch) {
    ObjectNode request = JSON.createObjectNode();
    ObjectNode resource = request.putArray("resourceLogs").addObject();
    describe(resource);
    ObjectNode scope = resource.putArray("scopeLogs").addObject();
    scope.putObject("scope").put("name", SCOPE);
    ArrayNode records = scope.putArray("logRecords");
    batch.forEach(entry -> add(records.addObject(), entry));
    return request;
  }

  private static void add(ObjectNode node, LogRecord entry) {
    node.put("timeUnixNano", entry.at() + NANOS);
    node.put("observedTimeUnixNano", entry.at() + NANOS);
    node.put("severityNumber", 9);
    node.putObject("body");
    attributes(node.putArray("attributes"), entry.attributes());
    node.put("traceId", entry.trace() == null ? "" : entry.trace());
    node.put("spanId", entry.span() == null ? "" : entry.span());
    node.put("eventName", entry.event());
  }

  private void describe(ObjectNode node) {
    Attributes resource =
        new Attributes()
            .with("service.name", "simulated-workforce")
            .with("service.instance.id", "simulated-1");
    if (!coverage.isStandard()) {
      resource.with(Pitwall.EXTENSION_VERSION, "simulated");
    }
    attributes(node.putObject("resource").putArray("attributes"), resource);
  }

  private static void attributes(ArrayNode array, Attributes attributes) {
    for (Map.Entry<String, Object> attribute : attributes.all().entrySet()) {
      ObjectNode node = array.addObject();
      node.put("key", attribute.getKey());
      value(node.putObject("value"), attribute.getValue());
    }
  }

  private static void value(ObjectNode node, Object value) {
    if (value instanceof Boolean flag) {
      node.put("boolValue", flag);
    } else if (value instanceof Double number) {
      node.put("doubleValue", number);
    } else if (value instanceof Number number) {
      node.put("intValue", Long.toString(number.longValue()));
    } else if (value instanceof List<?> list) {
      ArrayNode values = node.putObject("arrayValue").putArray("values");
      list.forEach(each -> value(values.addObject(), each));
    } else {
      node.put("stringValue", value.toString());
    }
  }
}

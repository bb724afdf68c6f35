package dev.pitwall.replay.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pitwall.replay.record.Observation;
import dev.pitwall.replay.record.Observation.Closed;
import dev.pitwall.replay.record.Observation.Opened;
import dev.pitwall.replay.record.Span;
import dev.pitwall.replay.record.Step;
import dev.pitwall.replay.record.TraceId;
import java.io.IOException;
import java.util.List;

/** Reads spans. Not safe for use by several threads. */
final class SpanReader {

  private final Names names = new Names();
  private final SpanFields fields = new SpanFields(new ContentHash(), names);
  private final StepReader steps = new StepReader(fields);
  private final Failure failure = new Failure(names);
  // Spans of one trace come together: one object for all of them.
  private TraceId lastTrace = TraceId.NONE;
  private long latest;
  private long unusable;

  /** The latest moment that a span tells of, epoch nanoseconds. */
  long latest() {
    return latest;
  }

  /** How many spans had no id or no time. */
  long unusable() {
    return unusable;
  }

  /** Reads the span at whose beginning the parser is. */
  void read(
      JsonParser json,
      byte[] line,
      int offset,
      String service,
      boolean ours,
      List<Observation> into)
      throws IOException {
    fields.clear();
    TraceId trace = TraceId.NONE;
    long id = 0;
    long parent = 0;
    long start = 0;
    long end = 0;
    boolean client = false;
    String name = "";
    failure.clear();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "traceId" -> trace = shared(Numbers.trace(json));
        case "spanId" -> id = Numbers.span(json);
        case "parentSpanId" -> parent = Numbers.span(json);
        case "name" -> name = names.read(json);
        case "kind" -> client = Numbers.isConstant(json, 3, "SPAN_KIND_CLIENT");
        case "startTimeUnixNano" -> start = Numbers.whole(json);
        case "endTimeUnixNano" -> end = Numbers.whole(json);
        case "attributes" -> fields.read(json, line, offset);
        case "status" -> failure.readStatus(json);
        case "events" -> failure.readEvents(json);
        default -> {}
      }
      // Past what nobody has read, and what is not as it should be.
      json.skipChildren();
    }
    if (id == 0 || start <= 0) {
      unusable++;
      return;
    }
    Step step = steps.read(service, name, ours && client, failure);
    add(new Span(trace, id, parent, start, Math.max(start, end), step), into);
  }

  private TraceId shared(TraceId trace) {
    if (!trace.equals(lastTrace)) {
      lastTrace = trace;
    }
    return lastTrace;
  }

  private void add(Span span, List<Observation> into) {
    latest = Math.max(latest, span.end());
    into.add(new Opened(span));
    if (span.step() != null) {
      into.add(new Closed(span));
    }
  }
}

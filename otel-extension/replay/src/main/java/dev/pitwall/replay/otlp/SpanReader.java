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
import org.jspecify.annotations.Nullable;

/** Reads spans. Not safe for use by several threads. */
final class SpanReader {

  private static final Words<String> EXCEPTION = Attributes.only("exception.type");

  private final Names names = new Names();
  private final SpanFields fields = new SpanFields(new ContentHash(), names);
  private final StepReader steps = new StepReader(fields);
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
    boolean failed = false;
    String name = "";
    String exception = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "traceId" -> trace = shared(Numbers.trace(json));
        case "spanId" -> id = Numbers.span(json);
        case "parentSpanId" -> parent = Numbers.span(json);
        case "name" -> name = names.read(json);
        case "kind" -> client = is(json, 3, "SPAN_KIND_CLIENT");
        case "startTimeUnixNano" -> start = Numbers.whole(json);
        case "endTimeUnixNano" -> end = Numbers.whole(json);
        case "attributes" -> fields.read(json, line, offset);
        case "status" -> failed = failed(json);
        case "events" -> exception = exception(json);
        default -> {}
      }
      // Past what nobody has read, and what is not as it should be.
      json.skipChildren();
    }
    if (id == 0 || start <= 0) {
      unusable++;
      return;
    }
    Step step = steps.read(service, name, ours && client, failed, exception);
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

  private static boolean is(JsonParser json, int number, String text) throws IOException {
    return json.currentToken() == JsonToken.VALUE_STRING
        ? json.getText().equals(text)
        : json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getIntValue() == number;
  }

  private static boolean failed(JsonParser json) throws IOException {
    boolean failed = false;
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return false;
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      boolean code = json.currentName().equals("code");
      json.nextToken();
      if (code) {
        failed = is(json, 2, "STATUS_CODE_ERROR");
      } else {
        json.skipChildren();
      }
    }
    return failed;
  }

  /** The class of the last exception among the events at whose list the parser is. */
  private @Nullable String exception(JsonParser json) throws IOException {
    String found = null;
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return null;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        json.skipChildren();
        continue;
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        boolean attributes = json.currentName().equals("attributes");
        json.nextToken();
        String type = attributes ? Attributes.text(json, EXCEPTION, names) : null;
        if (!attributes) {
          json.skipChildren();
        }
        found = type == null ? found : type;
      }
    }
    return found;
  }
}

package dev.pitwall.replay.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.pitwall.replay.record.Observation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Reads export requests of traces, logs and metrics, one a line, as the Collector's file exporter
 * writes them. Not safe for use by several threads.
 */
public final class RequestReader {

  private static final String OURS = "dev.pitwall";
  private static final Words<String> SERVICE = Attributes.only("service.name");
  private static final String UNKNOWN_SERVICE = "unknown_service";

  private final JsonFactory factory = new JsonFactory();
  private final SpanReader spans = new SpanReader();
  private final LogReader logs = new LogReader();
  private final Names names = new Names();
  private long latestPoint;

  /** A line is no export request. */
  public static final class MalformedLine extends Exception {
    private static final long serialVersionUID = 1;
    private final String reason;

    MalformedLine(String reason) {
      super(reason);
      this.reason = reason;
    }

    /** Why, in a few words that quote nothing of the line. */
    public String reason() {
      return reason;
    }
  }

  /**
   * Reads a line.
   *
   * @param into takes what is kept of it; if the line turns out to be malformed, it may hold some
   *     of it
   */
  public void read(byte[] line, int offset, int length, List<Observation> into)
      throws MalformedLine {
    try (JsonParser json = factory.createParser(line, offset, length)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedLine("not a JSON object");
      }
      boolean known = false;
      while (json.nextToken() != JsonToken.END_OBJECT) {
        known |= part(json, line, offset, into);
      }
      if (json.nextToken() != null) {
        throw new MalformedLine("more than one JSON object on the line");
      }
      if (!known) {
        throw new MalformedLine(
            "no export request: it has none of resourceSpans, resourceLogs, resourceMetrics");
      }
    } catch (JsonProcessingException e) {
      throw new MalformedLine(reason(e));
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
  }

  // The parser's own words without what it quotes: that would be content.
  private static String reason(JsonProcessingException e) {
    long column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
    String kind = e.getClass().getSimpleName().contains("EOF") ? "it ends too early" : "no JSON";
    return "%s, at column %d".formatted(kind, column);
  }

  private boolean part(JsonParser json, byte[] line, int offset, List<Observation> into)
      throws IOException {
    String part = json.currentName();
    json.nextToken();
    switch (part) {
      case "resourceSpans" ->
          each(json, () -> resource(json, "scopeSpans", "spans", line, offset, into));
      case "resourceLogs" ->
          each(json, () -> resource(json, "scopeLogs", "logRecords", line, offset, into));
      case "resourceMetrics" -> points(json);
      default -> {
        json.skipChildren();
        return false;
      }
    }
    json.skipChildren();
    return true;
  }

  private interface Reading {
    void read() throws IOException;
  }

  /** Reads each object of the list at which the parser is. */
  private static void each(JsonParser json, Reading reading) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        reading.read();
      } else {
        json.skipChildren();
      }
    }
  }

  private void resource(
      JsonParser json, String scopes, String items, byte[] line, int offset, List<Observation> into)
      throws IOException {
    String[] service = {UNKNOWN_SERVICE};
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      if (field.equals("resource")) {
        service[0] = service(json);
      } else if (field.equals(scopes)) {
        each(json, () -> scope(json, items, service[0], line, offset, into));
      }
      // Past what nobody has read; nothing where it was read to its end.
      json.skipChildren();
    }
  }

  private String service(JsonParser json) throws IOException {
    String service = UNKNOWN_SERVICE;
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return service;
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      boolean attributes = json.currentName().equals("attributes");
      json.nextToken();
      String named = attributes ? Attributes.text(json, SERVICE, names) : null;
      json.skipChildren();
      service = named == null ? service : named;
    }
    return service;
  }

  private void scope(
      JsonParser json,
      String items,
      String service,
      byte[] line,
      int offset,
      List<Observation> into)
      throws IOException {
    boolean[] ours = {false};
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      if (field.equals("scope")) {
        ours[0] = isOurs(json);
      } else if (field.equals(items) && items.equals("spans")) {
        each(json, () -> spans.read(json, line, offset, service, ours[0], into));
      } else if (field.equals(items)) {
        each(json, () -> logs.read(json, into));
      }
      json.skipChildren();
    }
  }

  private static boolean isOurs(JsonParser json) throws IOException {
    boolean ours = false;
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return false;
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      boolean name = json.currentName().equals("name");
      json.nextToken();
      ours |= name && json.getText().equals(OURS);
      json.skipChildren();
    }
    return ours;
  }

  // Of metrics only the time matters: so long the recording lasts.
  private void points(JsonParser json) throws IOException {
    int depth = json.currentToken() == JsonToken.START_ARRAY ? 1 : 0;
    while (depth > 0) {
      JsonToken token = json.nextToken();
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.FIELD_NAME && json.currentName().equals("timeUnixNano")) {
        json.nextToken();
        latestPoint = Math.max(latestPoint, Numbers.whole(json));
      }
    }
  }

  /** The latest moment that anything tells of, epoch nanoseconds; 0 if nothing does. */
  public long latest() {
    return Math.max(latestPoint, Math.max(spans.latest(), logs.latest()));
  }

  /** How many spans had no id or no time and were left out. */
  public long unusable() {
    return spans.unusable();
  }
}

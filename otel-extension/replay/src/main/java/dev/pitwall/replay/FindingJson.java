package dev.pitwall.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.replay.Comparison.Difference;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;

/** A finding as one line of JSON. Its first nine keys are what other programs read. */
final class FindingJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private FindingJson() {}

  /** The line, without its end. */
  static String line(Found found) {
    return object(json -> finding(json, found));
  }

  /** The line of a finding that differs from another replay, without its end. */
  static String line(Difference difference) {
    return object(
        json -> {
          json.writeStringField("change", difference.change());
          finding(json, difference.found());
          Found was = difference.was();
          if (was != null) {
            json.writeObjectFieldStart("was");
            json.writeStringField("severity", was.finding().severity().value());
            causes(json, was.finding());
            times(json, was);
            json.writeEndObject();
          }
        });
  }

  private interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  private static String object(Content content) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      content.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is too long for a text in memory", e);
    }
    return text.toString();
  }

  private static void finding(JsonGenerator json, Found found) throws IOException {
    Finding finding = found.finding();
    json.writeStringField("type", finding.type().value());
    json.writeStringField("severity", finding.severity().value());
    json.writeStringField("workflow", finding.workflow());
    json.writeStringField("run", finding.run());
    json.writeStringField("agent", finding.agent());
    causes(json, finding);
    times(json, found);
    json.writeStringField("subject", finding.subject());
    json.writeStringField("id", finding.id());
    json.writeStringField("evidence", finding.evidence());
    json.writeStringField("recommendation", finding.recommendation());
  }

  private static void causes(JsonGenerator json, Finding finding) throws IOException {
    json.writeArrayFieldStart("causes");
    for (Cause cause : finding.causes()) {
      json.writeStartObject();
      json.writeStringField("kind", cause.kind());
      json.writeStringField("subject", cause.subject());
      json.writeNumberField("score", cause.score());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void times(JsonGenerator json, Found found) throws IOException {
    json.writeStringField("onset", time(found.finding().onset()));
    json.writeStringField("detected", time(found.finding().openedAt()));
    json.writeStringField("resolved", found.resolved() == null ? null : time(found.resolved()));
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}

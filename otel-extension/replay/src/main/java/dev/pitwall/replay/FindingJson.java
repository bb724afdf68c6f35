package dev.pitwall.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.Finding;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A finding as one line of JSON. Its first ten keys are what other programs read. */
final class FindingJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private FindingJson() {}

  /** The line, without its end; {@code change} says how it differs from another replay, or null. */
  static String line(Found found, @Nullable String change) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      if (change != null) {
        json.writeStringField("change", change);
      }
      finding(json, found);
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
    json.writeArrayFieldStart("causes");
    for (Cause cause : finding.causes()) {
      json.writeStartObject();
      json.writeStringField("kind", cause.kind());
      json.writeStringField("subject", cause.subject());
      json.writeNumberField("score", cause.score());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("onset", time(finding.onset()));
    json.writeStringField("detected", time(finding.openedAt()));
    json.writeStringField("resolved", found.resolved() == null ? null : time(found.resolved()));
    json.writeStringField("subject", finding.subject());
    json.writeStringField("id", finding.id());
    json.writeStringField("evidence", finding.evidence());
    json.writeStringField("recommendation", finding.recommendation());
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}

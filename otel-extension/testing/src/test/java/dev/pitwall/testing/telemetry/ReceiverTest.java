package dev.pitwall.testing.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Content must be found wherever in an export it hides. */
class ReceiverTest {

  @Test
  void findsContentThatNobodyRenders() throws Exception {
    try (Receiver receiver = Receiver.start()) {
      Span span = Span.newBuilder().setTraceState("k=classified-prompt").build();
      ExportTraceServiceRequest export =
          ExportTraceServiceRequest.newBuilder()
              .addResourceSpans(
                  ResourceSpans.newBuilder().addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
              .build();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(receiver.url() + "/v1/traces"))
              .POST(BodyPublishers.ofByteArray(export.toByteArray()))
              .build();
      assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode())
          .isEqualTo(200);
      assertThat(receiver.spans()).hasSize(1);
      assertThat(receiver.find("classified")).singleElement().asString().contains("-prompt");
      assertThat(receiver.find("declassified")).isEmpty();
    }
  }
}

package dev.pitwall.sample.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxServerTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:10Z");
  private static final String LOOP =
      """
      {"version":"4","status":"firing","receiver":"oncall","alerts":[{"status":"%s",
       "labels":{"alertname":"PitwallAgentLoop","severity":"critical","gen_ai_agent_name":"%s",
                 "pitwall_run_id":"run-7","pitwall_finding_cause":"agent:critic"},
       "annotations":{"summary":"An agent repeats itself.","description":"Run run-7.",
                      "runbook_url":"http://127.0.0.1/runbooks/loop","dashboard_url":"%s"},
       "startsAt":"2026-01-01T00:00:05Z","endsAt":"0001-01-01T00:00:00Z","fingerprint":"f1"}]}
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private Path runbooks = Path.of("");
  private InboxServer server = start();

  @BeforeEach
  void fill(@TempDir Path folder) throws IOException {
    runbooks = folder;
    Files.writeString(
        runbooks.resolve("loop.md"), "# Loop\n\n<script>alert(1)</script>\n\n[x](javascript:y)\n");
    server.close();
    server = start();
  }

  private InboxServer start() {
    try {
      return InboxServer.start(0, runbooks, Clock.fixed(NOW, ZoneOffset.UTC));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void showsWhatArrived() throws IOException, InterruptedException {
    assertThat(get("/")).contains("No alert").contains("has not arrived yet");
    assertThat(post(loop("firing", "critic", "https://grafana/d/x")).statusCode()).isEqualTo(200);
    assertThat(get("/"))
        .contains(
            "Firing", "critical", "An agent repeats itself.", "critic", "run-7", "agent:critic")
        .contains("arrived after 5 s")
        .contains("href=\"https://grafana/d/x\"");
    assertThat(get("/api/alerts"))
        .contains("\"status\":\"firing\"", "\"pitwall_run_id\":\"run-7\"");
  }

  @Test
  void aResolvedAlertIsTheSameAlert() throws IOException, InterruptedException {
    post(loop("firing", "critic", "https://grafana/"));
    post(loop("resolved", "critic", "https://grafana/"));
    assertThat(get("/api/alerts")).containsOnlyOnce("fingerprint").contains("resolved");
    assertThat(get("/metrics"))
        .contains("alert_inbox_firing 0.0")
        .contains("alert_inbox_alerts_received_total{status=\"firing\"} 1.0")
        .contains("alert_inbox_alerts_received_total{status=\"resolved\"} 1.0")
        .contains("alert_inbox_delivery_delay_seconds_sum 5.0");
  }

  @Test
  void hostileTextStaysText() throws IOException, InterruptedException {
    post(loop("firing", "<script>alert(1)</script>", "javascript:alert(1)"));
    assertThat(get("/"))
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert")
        .doesNotContain("javascript:");
  }

  @Test
  void refusesWhatIsNoNotificationAndCountsIt() throws IOException, InterruptedException {
    assertThat(post("{").statusCode()).isEqualTo(400);
    assertThat(post("{}").body()).contains("no 'alerts'");
    assertThat(post("\"" + "x".repeat(1024 * 1024) + "\"").statusCode()).isEqualTo(413);
    assertThat(get("/metrics")).contains("alert_inbox_malformed_total 3.0");
    assertThat(get("/")).contains("No alert");
  }

  @Test
  void doesWithoutWhatIsNull() throws IOException, InterruptedException {
    String holes =
        """
        {"alerts":[null,{"labels":{"alertname":"Holes","severity":null},"annotations":null}]}
        """;
    assertThat(post(holes).statusCode()).isEqualTo(200);
    assertThat(get("/")).contains("<span>Holes</span>");
    assertThat(get("/api/alerts")).containsOnlyOnce("fingerprint").doesNotContain("null");
  }

  @Test
  void keepsTheLatestTwoHundred() throws IOException, InterruptedException {
    for (int i = 0; i < 205; i++) {
      post(loop("firing", "a" + i, "https://grafana/").replace("\"f1\"", "\"f" + i + "\""));
    }
    assertThat(get("/api/alerts").split("fingerprint", -1)).hasSize(201);
    assertThat(get("/api/alerts")).contains("\"a204\"").doesNotContain("\"a4\"");
  }

  @Test
  void rendersRunbooksWithoutTheirMarkup() throws IOException, InterruptedException {
    assertThat(get("/runbooks/loop"))
        .contains("<h1>Loop</h1>")
        .contains("&lt;script&gt;")
        .doesNotContain("javascript:");
    for (String path :
        new String[] {"/runbooks/none", "/runbooks/..%2f..%2fpom", "/runbooks/", "/etc/passwd"}) {
      assertThat(response(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void loadsNothingFromElsewhere() throws IOException, InterruptedException {
    HttpResponse<String> page = response("/");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
    assertThat(response("/inbox.css").statusCode()).isEqualTo(200);
    assertThat(response("/inbox.js").statusCode()).isEqualTo(200);
  }

  private static String loop(String status, String agent, String dashboard) {
    return LOOP.formatted(status, agent, dashboard);
  }

  private String get(String path) throws IOException, InterruptedException {
    return response(path).body();
  }

  private HttpResponse<String> response(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri("/webhook"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create(server.address() + path);
  }
}

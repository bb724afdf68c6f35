package dev.pitwall.sample.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

  private static Desk desk;

  @BeforeAll
  static void open() throws IOException {
    desk = Desk.open(Desk.quickModel(), Map.of());
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void acceptsAJobAndSaysWhereToFindIt() {
    var response = desk.send("POST", "/jobs", "{\"topic\":\" night \\n trains \"}");
    assertThat(response.statusCode()).isEqualTo(202);
    JsonNode job = Desk.json(response);
    assertThat(job.path("topic").asText()).isEqualTo("night trains");
    assertThat(job.path("state").asText()).isEqualTo("running");
    assertThat(response.headers().firstValue("Location"))
        .hasValue("/jobs/" + job.path("id").asText());
  }

  @Test
  void listsJobsNewestFirstWithoutTheirArticles() {
    String older = desk.finished("kites", "none").path("id").asText();
    String newer = desk.finished("salt", "none").path("id").asText();
    JsonNode jobs = Desk.json(desk.send("GET", "/jobs", ""));
    assertThat(jobs.findValuesAsText("id")).containsSubsequence(newer, older);
    assertThat(jobs.get(0).has("score")).isTrue();
    assertThat(jobs.get(0).has("article")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not json | the body is not JSON",
        "`` | topic is empty",
        "{} | topic is empty",
        "{\"topic\":\"[[fault:loop]] {{x}}\",\"fault\":\"lop\"} | fault is 'lop', allowed: none, loop, stall,",
        "{\"topic\":\"a\",\"fault\":7} | fault is '7'",
        "{\"topic\":\"a\",\"due_s\":0} | due_s is 0, allowed: a whole number from 1 to 86400",
      })
  void refusesWhatItCannotRead(String body, String why) {
    var response = desk.send("POST", "/jobs", body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Desk.json(response).path("error").asText()).startsWith(why);
  }

  @Test
  void refusesATopicThatIsTooLong() {
    var response = desk.send("POST", "/jobs", "{\"topic\":\"%s\"}".formatted("x".repeat(201)));
    assertThat(response.body()).contains("topic has 201 characters, allowed are 200");
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    assertThat(desk.send("POST", "/jobs", "x".repeat(20_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void knowsNoOtherResources() {
    assertThat(desk.send("GET", "/jobs/job-none", "").statusCode()).isEqualTo(404);
    assertThat(desk.send("DELETE", "/jobs", "").statusCode()).isEqualTo(404);
    assertThat(desk.send("GET", "/healthz", "").statusCode()).isEqualTo(200);
  }

  @Test
  void refusesJobsWhenTooManyAreWaiting() throws IOException {
    try (Desk busy = Desk.open(Desk.quickModel().withLatency(Duration.ofSeconds(30)), Map.of())) {
      for (int i = 0; i < 4 + 32; i++) {
        busy.submitted("salt", "none");
      }
      var refused = busy.send("POST", "/jobs", "{\"topic\":\"salt\"}");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
      assertThat(Desk.json(busy.send("GET", "/jobs", ""))).hasSize(36);
    }
  }
}

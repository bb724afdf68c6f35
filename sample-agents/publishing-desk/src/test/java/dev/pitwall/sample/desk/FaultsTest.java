package dev.pitwall.sample.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pitwall.sample.endpoint.Options;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultsTest {

  @Test
  void loopTakesSixtyTurnsAndStillEnds() throws IOException {
    try (Desk desk = Desk.open(Desk.quickModel().withLoop(Duration.ofMillis(20), 60), Map.of())) {
      JsonNode job = desk.finished("tidal power", "loop");
      assertThat(job.path("state").asText()).isEqualTo("done");
      assertThat(job.path("seconds").asDouble()).isGreaterThanOrEqualTo(60 * 0.02);
      assertThat(job.path("article").asText()).doesNotContain("fault");
    }
  }

  @Test
  void stallHoldsAJobUntilTheCallComesBack() throws IOException {
    try (Desk desk = Desk.open(Desk.quickModel().withStall(Duration.ofSeconds(1)), Map.of())) {
      JsonNode job = desk.finished("tidal power", "stall");
      assertThat(job.path("state").asText()).isEqualTo("done");
      assertThat(job.path("seconds").asDouble()).isGreaterThanOrEqualTo(1.0);
    }
  }

  @Test
  void stallBeyondTheTimeoutFailsTheJob() throws IOException {
    try (Desk desk =
        Desk.open(
            Desk.quickModel().withStall(Duration.ofSeconds(5)),
            Map.of("DESK_MODEL_TIMEOUT_S", "1"))) {
      JsonNode job = desk.finished("tidal power", "stall");
      assertThat(job.path("state").asText()).isEqualTo("failed");
      assertThat(job.path("error").asText()).startsWith("HttpTimeoutException");
    }
  }

  @Test
  void failingToolLeavesTheArticleWithoutNotes() throws IOException {
    try (Desk desk = Desk.open(Desk.quickModel(), Map.of())) {
      JsonNode job = desk.finished("tidal power", "failing-tool");
      assertThat(job.path("state").asText()).isEqualTo("done");
      assertThat(job.path("article").asText()).contains("the archive did not answer in 5 tries");
    }
  }

  @Test
  void slowModelTakesTenTimesAsLong() throws IOException {
    try (Desk desk = Desk.open(Desk.quickModel().withLatency(Duration.ofMillis(5)), Map.of())) {
      JsonNode job = desk.finished("tidal power", "slow-model");
      assertThat(job.path("state").asText()).isEqualTo("done");
      assertThat(job.path("seconds").asDouble()).isGreaterThanOrEqualTo(12 * 0.05);
    }
  }

  @Test
  void badQualityPassesTheHouseStyleAtLastButNeverTheCritic() throws IOException {
    try (Desk desk = Desk.open(Desk.quickModel(), Map.of())) {
      JsonNode job = desk.finished("tidal power", "bad-quality");
      assertThat(job.path("state").asText()).isEqualTo("done");
      assertThat(job.path("score").asDouble()).isLessThan(0.4);
      assertThat(job.path("article").asText())
          .startsWith("# Tidal power")
          .contains("## History")
          .doesNotContain("As an AI");
    }
  }

  @Test
  void pingPongGoesToAndFroAndStillEnds() throws IOException {
    try (Desk desk = Desk.open(Desk.quickModel(), Map.of())) {
      assertThat(desk.finished("tidal power", "ping-pong").path("state").asText())
          .isEqualTo("done");
    }
  }

  @Test
  void askedTwiceMakesNoDifferenceToTheArticle() throws IOException {
    try (Desk desk = Desk.open(Desk.quickModel(), Map.of())) {
      assertThat(desk.finished("tidal power", "asked-twice").path("article").asText())
          .contains("## History", "## Market", "## Technology");
    }
  }

  @Test
  void unknownAgentFailsTheJob() throws IOException {
    try (Desk desk = Desk.open(Desk.quickModel(), Map.of())) {
      JsonNode job = desk.finished("tidal power", "unknown-agent");
      assertThat(job.path("state").asText()).isEqualTo("failed");
      assertThat(job.path("error").asText()).contains("archivist");
    }
  }

  @Test
  void rateLimitIsBorneForAWhileAndThenFailsTheJob() throws IOException {
    try (Desk desk = Desk.open(Desk.quickModel(), Map.of())) {
      JsonNode job = desk.finished("tidal power", "rate-limit");
      assertThat(job.path("error").asText()).contains("rate_limit_exceeded");
      assertThat(job.path("seconds").asDouble()).isGreaterThanOrEqualTo(6.0);
    }
  }

  @Test
  void fullContextFailsTheJob() throws IOException {
    try (Desk desk = Desk.open(Desk.quickModel(), Map.of())) {
      assertThat(desk.finished("tidal power", "full-context").path("error").asText())
          .contains("context_length_exceeded");
    }
  }

  @Test
  void slowSiblingHoldsUpTheJobOnceAndOneCheckerForEachStatement() throws IOException {
    Options slow = Desk.quickModel().withDrag(Duration.ofMillis(300));
    try (Desk desk = Desk.open(slow, Map.of())) {
      assertThat(desk.finished("tidal power", "slow-sibling").path("seconds").asDouble())
          .isGreaterThanOrEqualTo(0.3);
      assertThat(desk.finished("tidal power", "one-checker").path("seconds").asDouble())
          .isGreaterThanOrEqualTo(6 * 0.3);
    }
  }

  @Test
  void jobsThatNameNoFaultTakeTheOneOfTheEnvironment() throws IOException {
    try (Desk desk = Desk.open(Desk.quickModel(), Map.of("DESK_FAULT", "bad-quality"))) {
      var response = desk.send("POST", "/jobs", "{\"topic\":\"salt\"}");
      assertThat(Desk.json(response).path("fault").asText()).isEqualTo("bad-quality");
    }
  }

  @Test
  void faultsOfTheModelAreRefusedWithARealModel() throws IOException {
    try (Desk desk = Desk.open(Desk.quickModel(), Map.of("DESK_SCRIPTED", "false"))) {
      var response = desk.send("POST", "/jobs", "{\"topic\":\"salt\",\"fault\":\"loop\"}");
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("needs the offline model (DESK_SCRIPTED=true)");
      assertThat(desk.finished("salt", "failing-tool").path("state").asText()).isEqualTo("done");
    }
  }
}

package dev.pitwall.sample.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublishingTest {

  @Test
  void publishesAnArticleThatTheCriticLikes() throws IOException {
    try (Desk desk = Desk.open(Desk.quickModel(), Map.of())) {
      JsonNode job = desk.finished("electric bicycles", "none");
      assertThat(job.path("state").asText()).isEqualTo("done");
      assertThat(job.path("outcome").asText()).isEqualTo("published: Electric bicycles");
      assertThat(job.path("approval").asText()).isEqualTo("approved");
      assertThat(job.path("score").asDouble()).isGreaterThanOrEqualTo(0.8);
      assertThat(job.path("article").asText())
          .startsWith("# Electric bicycles")
          .contains("## History", "## Market", "## Technology", "1890s");
    }
  }

  @Test
  void publishesTheSameArticleForTheSameSeed() throws IOException {
    String first = articleWith(7);
    assertThat(articleWith(7)).isEqualTo(first);
  }

  @Test
  void publishesAnotherArticleForAnotherSeed() throws IOException {
    assertThat(IntStream.rangeClosed(1, 4).mapToObj(PublishingTest::articleUnchecked).distinct())
        .hasSizeGreaterThan(1);
  }

  @Test
  void worksOnSeveralJobsAtOnceWithoutMixingThemUp() throws IOException {
    try (Desk desk = Desk.open(Desk.quickModel().withLatency(Duration.ofMillis(20)), Map.of())) {
      List<String> topics =
          List.of("tidal power", "night trains", "urban farming", "kites", "salt");
      List<String> ids = topics.stream().map(topic -> desk.submitted(topic, "none")).toList();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  ids.stream().allMatch(id -> desk.job(id).path("state").asText().equals("done")));
      for (int i = 0; i < ids.size(); i++) {
        assertThat(desk.job(ids.get(i)).path("article").asText())
            .contains("On the history of " + topics.get(i));
      }
    }
  }

  @Test
  void shelvesWhatThePersonRejects() throws IOException {
    try (Desk desk = Desk.open(Desk.quickModel(), Map.of("DESK_APPROVAL", "reject"))) {
      JsonNode job = desk.finished("tidal power", "none");
      assertThat(job.path("approval").asText()).isEqualTo("rejected");
      assertThat(job.path("outcome").asText()).isEqualTo("shelved: Tidal power");
    }
  }

  @Test
  void failsAJobWhoseModelDoesNotAnswer() throws IOException {
    try (Desk desk =
        Desk.open(Desk.quickModel(), Map.of("OPENAI_BASE_URL", "http://127.0.0.1:9/v1"))) {
      JsonNode job = desk.finished("tidal power", "none");
      assertThat(job.path("state").asText()).isEqualTo("failed");
      assertThat(job.path("error").asText()).contains("ConnectException");
    }
  }

  private static String articleWith(long seed) throws IOException {
    try (Desk desk = Desk.open(Desk.quickModel().withSeed(seed), Map.of())) {
      return desk.finished("electric bicycles", "none").path("article").asText();
    }
  }

  private static String articleUnchecked(long seed) {
    try {
      return articleWith(seed);
    } catch (IOException e) {
      throw new AssertionError("the desk did not open", e);
    }
  }
}

package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.signal.TaskBlocked;
import dev.pitwall.engine.signal.TaskStarted;
import dev.pitwall.engine.signal.Usage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private final Story story =
      new Story().only(FindingType.RATE_LIMITED, FindingType.RETRY_STORM).begin();

  @Test
  void firesWhenAProviderKeepsRefusingAndThatCostsTime() {
    story.failingModel("writer", "m1", "429").later(Duration.ofSeconds(4));
    story.failingModel("writer", "m1", "429").later(Duration.ofSeconds(4));
    assertThat(story.opened).isEmpty();
    story.failingModel("writer", "m1", "RateLimitException");

    Finding limited = story.opened.get(0);
    assertThat(limited.type()).isEqualTo(FindingType.RATE_LIMITED);
    assertThat(limited.severity()).isEqualTo(Severity.WARNING);
    assertThat(limited.cause().label()).isEqualTo("model:m1");
    assertThat(limited.onset()).isEqualTo(2000);
    assertThat(limited.evidence()).isEqualTo("m1 refused 3 times in 10 s for rate or quota");
  }

  @Test
  void successesInBetweenDoNotHideIt() {
    for (int i = 0; i < 6; i++) {
      story.failingModel("writer", "m1", "429").model("writer", "m1", Usage.of(10, 10));
    }
    assertThat(story.opened).hasSize(1);
  }

  @Test
  void aStormOfRefusalsIsNotReportedBesideIt() {
    for (int i = 0; i < 30; i++) {
      story.failingModel("writer", "m1", "429");
    }
    assertThat(story.opened).extracting(Finding::type).containsExactly(FindingType.RATE_LIMITED);
    assertThat(story.updated)
        .last()
        .extracting(Finding::evidence)
        .asString()
        .contains("retry_storm");
  }

  @Test
  void findsToolsThatRefuse() {
    for (int i = 0; i < 6; i++) {
      story.failingTool("researcher", "search", "q" + i, "HTTP_429_TOO_MANY_REQUESTS");
    }
    assertThat(story.opened.get(0).cause().label()).isEqualTo("tool:search");
  }

  @Test
  void blamesNoAgentInParticularIfSeveralAreRefused() {
    for (int i = 0; i < 8; i++) {
      story.failingModel("writer" + i % 3, "m1", "429");
    }
    assertThat(story.opened.get(0).agent()).isNull();
    assertThat(story.opened.get(0).causes()).hasSize(1);
  }

  @Test
  void findsATaskThatALimitHoldsUp() {
    blocked("t1");
    long since = story.now();
    story.silence(Duration.ofSeconds(59));
    assertThat(story.opened).isEmpty();
    story.silence(Duration.ofSeconds(2));
    Finding limited = story.opened.get(0);
    assertThat(limited.onset()).isEqualTo(since);
    assertThat(limited.cause().label()).isEqualTo("resource:provider-x");
    assertThat(limited.evidence()).contains("has held up work for 1 min");

    story.send(at -> new TaskStarted(Story.RUN, "t1", "writer", at));
    story.silence(Duration.ofMinutes(2));
    assertThat(story.resolved).hasSize(1);
  }

  @Test
  void isSilentOnATaskThatGoesOnSoon() {
    blocked("t1");
    story.silence(Duration.ofSeconds(30));
    story.send(at -> new TaskStarted(Story.RUN, "t1", "writer", at));
    story.silence(Duration.ofMinutes(10));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnOneRefusalNowAndThen() {
    for (int i = 0; i < 20; i++) {
      story.failingModel("writer", "m1", "429").model("writer", "m1", Usage.of(1, 1));
      story.silence(Duration.ofMinutes(1));
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnOtherErrors() {
    for (int i = 0; i < 4; i++) {
      story.failingModel("writer", "m1", "500").later(Duration.ofSeconds(5));
    }
    assertThat(story.opened(FindingType.RATE_LIMITED)).isEmpty();
  }

  @Test
  void endsAfterAWhileWithoutRefusalAndGrowsCriticalWithTime() {
    for (int i = 0; i < 10; i++) {
      story.failingModel("writer", "m1", "429").silence(Duration.ofSeconds(40));
    }
    assertThat(story.opened).hasSize(1);
    assertThat(story.updated).last().extracting(Finding::severity).isEqualTo(Severity.CRITICAL);
    assertThat(story.resolved).isEmpty();
    story.silence(Duration.ofMinutes(1));
    assertThat(story.resolved).hasSize(1);
  }

  private void blocked(String task) {
    story.send(at -> new TaskStarted(Story.RUN, task, "writer", at));
    story.send(
        at ->
            new TaskBlocked(
                Story.RUN, task, TaskBlocked.Reason.RATE_LIMIT, "provider-x", null, 0, at));
  }
}

package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.Usage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryStormTest {

  private final Story story = new Story().begin();

  @Test
  void firesAtTheFifthFailureInQuickSuccessionAndSaysWhatSinceWhen() {
    failures(4);
    assertThat(story.opened).isEmpty();
    failures(1);
    Finding storm = story.opened.get(0);
    assertThat(storm.type()).isEqualTo(FindingType.RETRY_STORM);
    assertThat(storm.severity()).isEqualTo(Severity.WARNING);
    assertThat(storm.subject()).isEqualTo("search");
    assertThat(storm.agent()).isEqualTo("researcher");
    assertThat(storm.cause().label()).isEqualTo("tool:search");
    assertThat(storm.onset()).isEqualTo(2000);
    assertThat(storm.evidence())
        .isEqualTo(
            "researcher called search 5 times in 4 s and it failed each time, lately with tool_error");
  }

  @Test
  void isOneFindingThatGrowsCritical() {
    failures(40);
    assertThat(story.opened).hasSize(1);
    assertThat(story.updated).hasSizeLessThan(5);
    assertThat(story.updated).last().extracting(Finding::severity).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void findsAFailingModelWithStandardSpansOnly() {
    for (int i = 0; i < 5; i++) {
      story.failingModel(null, "m1", "500");
    }
    assertThat(story.opened).hasSize(1);
    assertThat(story.opened.get(0).cause().label()).isEqualTo("model:m1");
  }

  @Test
  void withoutHashesCallsOfOneToolAreOneCall() {
    for (int i = 0; i < 5; i++) {
      story.failingTool("researcher", "search", "");
    }
    assertThat(story.opened).hasSize(1);
  }

  @Test
  void whatAModelTakesToThinkIsNoBackOff() {
    for (int i = 0; i < 5; i++) {
      story.failingTool("researcher", "search", "tea").later(Duration.ofSeconds(20));
      story.model("researcher", "m1", Usage.UNKNOWN);
    }
    assertThat(story.opened).hasSize(1);
  }

  @Test
  void findsRetriesInsideRetriesThatBackOff() {
    long first = story.nextOperation();
    long second = story.nextOperation();
    for (long around : new long[] {first, first, first, second, second}) {
      failingModelIn(around);
      story.later(Duration.ofSeconds(10));
    }
    assertThat(story.opened).isEmpty();
    failingModelIn(second);
    assertThat(story.opened).hasSize(1);
    assertThat(story.opened.get(0).evidence()).contains("in 2 rounds of retries");
  }

  @Test
  void findsTwentyFailuresAtAnyPace() {
    for (int i = 0; i < 20; i++) {
      assertThat(story.opened).isEmpty();
      story.failingTool("researcher", "search", "tea").later(Duration.ofSeconds(30));
    }
    assertThat(story.opened).hasSize(1);
  }

  @Test
  void endsWithSuccess() {
    failures(6);
    story.tool("researcher", "search", "tea", "leaves");
    assertThat(story.resolvedAt).containsExactly(story.now());
  }

  @Test
  void endsWithRest() {
    failures(6);
    long last = story.now();
    story.silence(Duration.ofMinutes(2));
    assertThat(story.resolvedAt).containsExactly(last + 60_000);
  }

  @Test
  void endsWithTheRun() {
    failures(6);
    story.end();
    assertThat(story.resolved).hasSize(1);
  }

  @Test
  void isSilentOnAFewTriesWithBackOff() {
    long pause = 200;
    for (int i = 0; i < 7; i++) {
      story.failingTool("researcher", "search", "tea").later(Duration.ofMillis(pause));
      pause *= 2;
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnScatteredErrors() {
    for (int i = 0; i < 50; i++) {
      failures(3);
      story.tool("researcher", "search", "tea", "leaves " + i);
    }
    for (int i = 0; i < 50; i++) {
      failures(1);
      story.later(Duration.ofMinutes(2));
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnAFallbackThatWorks() {
    for (int i = 0; i < 50; i++) {
      story.failingModel("writer", "big", "503").model("writer", "small", Usage.UNKNOWN);
      failures(2);
      story.tool("researcher", "archive", "tea", "leaves " + i);
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnDifferentFailingTargets() {
    for (int i = 0; i < 50; i++) {
      story.failingTool("researcher", "fetch", "page " + i);
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnAFanOutThatFailsAtOnce() {
    long began = story.now();
    for (int i = 0; i < 20; i++) {
      story.send(
          at ->
              new ModelEnded(
                  Story.RUN, at, 0, "writer", "m1", Usage.UNKNOWN, "500", began, began + 1000));
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnWhatWasCancelled() {
    for (int i = 0; i < 20; i++) {
      story.failingModel("writer", "m1", "java.util.concurrent.CancellationException");
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void blamesTheTargetMoreWhenOthersFailOnItToo() {
    failures(5);
    for (int i = 0; i < 5; i++) {
      story.failingTool("writer", "search", "coffee");
    }
    assertThat(story.opened).hasSize(2);
    assertThat(story.opened.get(1).cause().score())
        .isGreaterThan(story.opened.get(0).cause().score());
  }

  @Test
  void blamesTheCallerOfAToolThatWorksForOtherArguments() {
    for (int i = 0; i < 10; i++) {
      story.send(
          at ->
              new ToolEnded(
                  Story.RUN, at, 0, "writer", "search", "x" + at, "y" + at, null, at, at));
    }
    failures(5);
    assertThat(story.opened.get(0).causes().get(1).label()).isEqualTo("agent:researcher");
    assertThat(story.opened.get(0).causes().get(1).score()).isGreaterThan(0.3);
  }

  private void failures(int times) {
    for (int i = 0; i < times; i++) {
      story.failingTool("researcher", "search", "tea");
    }
  }

  private void failingModelIn(long around) {
    long began = story.now();
    story.send(
        at ->
            new ModelEnded(Story.RUN, at, around, "writer", "m1", Usage.UNKNOWN, "500", began, at));
  }
}

package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.ModelStarted;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.ToolStarted;
import dev.pitwall.engine.signal.Usage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StopTest {

  @Test
  void firesForTheFirstCallAfterTheStop() {
    Story story = stopped(new Story().begin(), null);
    call(story, 1);
    Finding finding = story.opened.get(0);
    assertThat(finding.type()).isEqualTo(FindingType.ACTIVITY_AFTER_STOP);
    assertThat(finding.onset()).isEqualTo(story.now());
    assertThat(finding.cause().label()).isEqualTo("agent:writer");
    assertThat(finding.evidence()).isEqualTo("writer called m1 2.0 s after the stop of everything");
    call(story, 2);
    assertThat(story.opened).hasSize(1);
  }

  @Test
  void toolsAreActivityToo() {
    Story story = stopped(new Story().begin(), "desk");
    story.send(at -> new ToolStarted(Story.RUN, 1, 0, null, "deploy", "hash", null, at));
    assertThat(story.opened.get(0).cause().label()).isEqualTo("tool:deploy");
  }

  @Test
  void isSilentForWhatWasUnderWay() {
    Story story = new Story().begin();
    call(story, 1);
    long startedAt = story.now();
    stopped(story, null);
    story.send(
        at -> new ModelEnded(Story.RUN, 1, 0, "writer", "m1", Usage.UNKNOWN, null, startedAt, at));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentForACallThatStartedBeforeTheStopAndIsHeardOfLater() {
    Story story = new Story().begin();
    long before = story.now();
    stopped(story, null);
    story.engine.accept(new ModelStarted(Story.RUN, 1, 0, "writer", "m1", before));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentAfterTheStopWasCleared() {
    Story story = stopped(new Story().begin(), null);
    story.engine.clear(new EmergencyStop(null, "ada", null, story.now()));
    call(story, 1);
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentUnderAStopOfAnotherWorkflow() {
    Story story = stopped(new Story().begin(), "other");
    call(story, 1);
    assertThat(story.opened).isEmpty();
  }

  @Test
  void coversRunsThatStartUnderIt() {
    Story story = new Story();
    stopped(story, "desk");
    story.begin();
    call(story, 1);
    assertThat(story.opened).hasSize(1);
    story.engine.accept(new RunStarted("elsewhere", "other", story.now()));
    story.engine.accept(new ModelStarted("elsewhere", 1, 0, "a", "m", story.now()));
    assertThat(story.opened).hasSize(1);
  }

  @Test
  void clearsWhenActivityEnds() {
    Story story = stopped(new Story().begin(), null);
    call(story, 1);
    story.silence(Duration.ofSeconds(30));
    call(story, 2);
    assertThat(story.silence(Duration.ofSeconds(45)).resolved).isEmpty();
    assertThat(story.silence(Duration.ofSeconds(20)).resolved).hasSize(1);
  }

  @Test
  void clearsWithTheStop() {
    Story story = stopped(new Story().begin(), null);
    call(story, 1);
    story.engine.clear(new EmergencyStop(null, "ada", null, story.now()));
    assertThat(story.resolved).hasSize(1);
  }

  private static Story stopped(Story story, @Nullable String workflow) {
    story.silence(Duration.ofSeconds(1));
    story.engine.engage(new EmergencyStop(workflow, "ada", "wrong data", story.now()));
    return story.silence(Duration.ofSeconds(1));
  }

  private static void call(Story story, long operation) {
    story.send(at -> new ModelStarted(Story.RUN, operation, 0, "writer", "m1", at));
  }
}

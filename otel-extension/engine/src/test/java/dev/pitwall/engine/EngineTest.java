package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.detector.DetectorSettings;
import dev.pitwall.engine.run.RunSnapshot;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.Shape;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineTest {

  @Test
  void readsProgressFromNestedTopology() {
    Story story = new Story().begin();
    long desk = story.workflow("desk", 0, Shape.Kind.SEQUENCE, 2, 1);
    long team = story.workflow("team", desk, Shape.Kind.PARALLEL, 4, 1);
    assertThat(progress(story)).isZero();
    story.member("a", team, "1").member("b", team, "2");
    assertThat(progress(story)).isEqualTo(0.25);
    story.member("c", team, "3").member("d", team, "4").workflowEnds("team", team, desk);
    assertThat(progress(story)).isEqualTo(0.5);
    story.member("writer", desk, "5");
    assertThat(progress(story)).isEqualTo(1.0);
    assertThat(story.steps).containsExactly(1, 2);
  }

  @Test
  void aLoopThatEndsEarlyIsAWholeStep() {
    Story story = new Story().begin();
    long desk = story.workflow("desk", 0, Shape.Kind.SEQUENCE, 2, 1);
    long review = story.workflow("review", desk, Shape.Kind.LOOP, 2, 5);
    story.member("critic", review, "1");
    assertThat(progress(story)).isEqualTo(0.05);
    story.workflowEnds("review", review, desk);
    assertThat(progress(story)).isEqualTo(0.5);
  }

  @Test
  void aSupervisorsProgressNeverMovesBackOnRepeatedCalls() {
    Story story = new Story().begin();
    long chief = story.workflow("chief", 0, Shape.Kind.SUPERVISOR, 2, 1);
    story.member("a", chief, "1").member("a", chief, "2").member("a", chief, "3");
    assertThat(progress(story)).isEqualTo(0.5);
  }

  @Test
  void repeatingIsActivityAndNotProgress() {
    Story story = new Story().begin().tool("a", "search", "x", "none");
    long useful = story.now();
    story.tool("a", "search", "x", "none").tool("a", "search", "x", "none");
    assertThat(snapshot(story).usefulAt()).isEqualTo(useful);
  }

  @Test
  void waitingForAPersonIsNotIdle() {
    Story story = new Story().begin().approvalRequested("q1");
    assertThat(snapshot(story).waitsForPeople()).isTrue();
    story.approvalDecided("q1");
    assertThat(snapshot(story).waitsForPeople()).isFalse();
    assertThat(snapshot(story).usefulAt()).isEqualTo(story.now());
  }

  @Test
  void endedRunsLeaveAtOnceAndTheirLateSignalsAreIgnored() {
    Story story = new Story().begin().end();
    for (int i = 0; i < 10; i++) {
      story.tool("a", "search", "x", "none");
    }
    assertThat(story.engine.runs(story.now())).isEmpty();
    assertThat(story.opened).isEmpty();
  }

  @Test
  void givesUpTheMostSilentRunForLackOfRoom() {
    Story story = new Story(new EngineSettings(2, Duration.ofDays(1), DetectorSettings.DEFAULTS));
    story.engine.accept(new RunStarted("old", "desk", 1));
    story.engine.accept(new RunStarted("new", "desk", 2));
    story.engine.accept(new RunStarted("newest", "desk", 3));
    assertThat(story.evicted).containsExactly("old");
    assertThat(story.engine.runs(story.now()))
        .extracting(RunSnapshot::run)
        .containsExactlyInAnyOrder("new", "newest");
  }

  @Test
  void givesUpRunsThatHaveBeenSilentForTooLong() {
    Story story = new Story().begin();
    story.engine.tick(story.now() + Duration.ofDays(1).toMillis());
    assertThat(story.evicted).isEmpty();
    story.engine.tick(story.now() + Duration.ofDays(1).toMillis() + 1);
    assertThat(story.evicted).containsExactly(Story.RUN);
    assertThat(story.engine.runs(story.now())).isEmpty();
  }

  @Test
  void anAgentThatWasCalledIsKnownToBeIdle() {
    Story story = new Story().begin();
    long desk = story.workflow("desk", 0, Shape.Kind.SEQUENCE, 2, 1);
    story.member("writer", desk, "text").approvalRequested("q1");
    assertThat(snapshot(story).activeAgents()).containsExactly(Map.entry("writer", 0));
    assertThat(snapshot(story).waitsForPeople()).isTrue();
  }

  private static double progress(Story story) {
    return snapshot(story).estimate().progress();
  }

  private static RunSnapshot snapshot(Story story) {
    return story.engine.runs(story.now()).get(0);
  }
}

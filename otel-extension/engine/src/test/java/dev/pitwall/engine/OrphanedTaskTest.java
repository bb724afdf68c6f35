package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.signal.TaskBlocked.Reason;
import dev.pitwall.engine.signal.TaskEnded;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrphanedTaskTest {

  private final Story story = new Story().only(FindingType.ORPHANED_TASK).begin();

  @Test
  void findsWhatTheRunLeavesOpen() {
    story.send(Told.task("t1", "draft", "writer")).send(Told.taskStarts("t2", "editor")).end();
    long ended = story.now();
    story.silence(Duration.ofSeconds(9));
    assertThat(story.opened).isEmpty();
    assertThat(story.left).isEmpty();
    story.silence(Duration.ofSeconds(1));

    assertThat(orphan().onset()).isEqualTo(ended);
    assertThat(orphan().evidence())
        .isEqualTo("2 tasks left open when the run ended 10 s ago: t1 (draft), t2");
    assertThat(orphan().cause().kind()).isEqualTo("agent");
    assertThat(story.engine.runs(story.now())).isEmpty();
  }

  @Test
  void isOverWhenTheTasksAreClosedAfterAll() {
    story.send(Told.task("t1", "draft", "writer")).end().silence(Duration.ofSeconds(11));
    story.send(Told.taskEnds("t1"));
    assertThat(story.resolved).containsExactly(orphan().id());
  }

  @Test
  void isOverSomeTimeAfterTheRun() {
    story.send(Told.task("t1", "draft", "writer")).end().silence(Duration.ofMinutes(11));
    assertThat(story.resolved).containsExactly(orphan().id());
    assertThat(story.left).containsExactly(Story.RUN);
  }

  @Test
  void findsATaskWhoseOwnerHasEnded() {
    abandoned();
    long ended = story.now();
    story.silence(Duration.ofMinutes(5));
    assertThat(orphan().onset()).isEqualTo(ended);
    assertThat(orphan().agent()).isEqualTo("writer");
    assertThat(orphan().cause().label()).isEqualTo("agent:writer");
    assertThat(orphan().evidence())
        .isEqualTo("Task t1 (draft) is open though its owner writer ended 5 min ago");
  }

  @Test
  void isOverWhenTheTaskIsGivenToAnother() {
    abandoned();
    story.silence(Duration.ofMinutes(5)).send(Told.agentStarts(8, 0, "editor"));
    story.send(Told.taskStarts("t1", "editor"));
    assertThat(story.resolved).containsExactly(orphan().id());
  }

  @Test
  void findsATaskThatNeedsOneThatFailed() {
    story.send(Told.task("t1", "draft", "writer")).send(Told.task("t2", "review", "critic", "t1"));
    story.send(Told.taskEnds("t1", TaskEnded.Result.FAILED));
    long failed = story.now();
    story.silence(Duration.ofMinutes(5));
    assertThat(orphan().onset()).isEqualTo(failed);
    assertThat(orphan().subject()).isEqualTo("t2");
    assertThat(orphan().cause().label()).isEqualTo("agent:writer");
    story.send(Told.taskEnds("t2", TaskEnded.Result.SKIPPED));
    assertThat(story.resolved).hasSize(1);
  }

  @Test
  void findsATaskThatNeedsOneThatWasCancelled() {
    story.send(Told.task("t0", "draft", "editor")).send(Told.taskEnds("t0"));
    story.send(Told.task("t1", "draft", "writer"));
    story.send(Told.task("t2", "review", "critic", "t0", "t1"));
    story.send(Told.taskEnds("t1", TaskEnded.Result.CANCELLED)).silence(Duration.ofMinutes(5));
    assertThat(orphan().cause().label()).isEqualTo("agent:writer");
  }

  @Test
  void givesATaskTheTimeThatSuchTasksTake() {
    for (int i = 0; i < 20; i++) {
      story.send(Told.task("e" + i, "draft", "editor")).send(Told.taskStarts("e" + i, "editor"));
      story.later(Duration.ofMinutes(20)).send(Told.taskEnds("e" + i));
    }
    abandoned();
    story.silence(Duration.ofMinutes(25));
    assertThat(story.opened).isEmpty();
    story.silence(Duration.ofMinutes(60));
    assertThat(orphan().subject()).isEqualTo("t1");
  }

  @Test
  void somebodyElsesHandoffIsNoExcuse() {
    story.send(Told.offered("h1", "chief", "editor"));
    abandoned();
    story.silence(Duration.ofMinutes(5));
    assertThat(orphan().agent()).isEqualTo("writer");
  }

  @Test
  void whatNobodyOwnsIsPutDownToTheWorkflow() {
    story.send(Told.task("t1", "draft", null)).end().silence(Duration.ofSeconds(11));
    assertThat(orphan().cause().label()).isEqualTo("workflow:desk");
    assertThat(orphan().agent()).isNull();
  }

  @Test
  void ofManyThatAreLeftOpenSomeAreNamed() {
    for (int i = 1; i <= 9; i++) {
      story.send(Told.task("t" + i, null, "writer"));
    }
    story.end().silence(Duration.ofSeconds(11));
    assertThat(orphan().evidence()).startsWith("9 tasks left open").endsWith(", …");
    assertThat(orphan().agent()).isNull();
  }

  @Test
  void theLastOneThatIsLeftOpenNamesItsOwner() {
    story.send(Told.task("t1", "draft", "writer")).end().silence(Duration.ofSeconds(11));
    assertThat(orphan().agent()).isEqualTo("writer");
    assertThat(orphan().cause().label()).isEqualTo("agent:writer");
    assertThat(orphan().evidence()).endsWith("t1 (draft)");
  }

  @Test
  void endsWithTheRunAndIsFoundAnew() {
    abandoned();
    story.silence(Duration.ofMinutes(6)).end();
    assertThat(story.resolved).hasSize(1);
    story.silence(Duration.ofSeconds(11));
    assertThat(story.opened).extracting(Finding::id).containsExactly("run-1-1", "run-1-2");
  }

  @Test
  void staysSilentOnATaskThatIsRecordedJustAfterTheEnd() {
    story.send(Told.task("t1", "draft", "writer")).end();
    story.silence(Duration.ofSeconds(5)).send(Told.taskEnds("t1"));
    story.silence(Duration.ofMinutes(1));
    assertThat(story.opened).isEmpty();
    assertThat(story.left).containsExactly(Story.RUN);
  }

  @Test
  void staysSilentWhenEverythingIsClosed() {
    story.send(Told.task("t1", "draft", "writer"));
    story.send(Told.taskEnds("t1", TaskEnded.Result.CANCELLED)).end();
    assertThat(story.left).containsExactly(Story.RUN);
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnATaskThatStartsLate() {
    story.send(Told.agentStarts(7, 0, "writer")).send(Told.task("t1", "draft", "writer"));
    story.send(Told.agentEnds(7, 0, "writer")).silence(Duration.ofHours(2));
    story.send(Told.taskStarts("t1", "writer"));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentWhenTheOwnerComesBack() {
    abandoned();
    story.silence(Duration.ofMinutes(4)).send(Told.agentStarts(8, 0, "writer"));
    story.silence(Duration.ofHours(1));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentWhenTheOwnerHasPassedItsWorkOn() {
    story.send(Told.taskStarts("t1", "writer")).send(Told.agentStarts(7, 0, "writer"));
    story.send(Told.offered("h1", "writer", "editor")).send(Told.agentEnds(7, 0, "writer"));
    story.silence(Duration.ofHours(1));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnATaskThatWaits() {
    abandoned();
    story.send(Told.blocked("t1", Reason.HUMAN, null, null)).silence(Duration.ofHours(1));
    assertThat(story.opened).isEmpty();
  }

  private void abandoned() {
    story.send(Told.task("t1", "draft", "writer")).send(Told.agentStarts(7, 0, "writer"));
    story.send(Told.taskStarts("t1", "writer")).send(Told.agentEnds(7, 0, "writer"));
  }

  private Finding orphan() {
    assertThat(story.opened).hasSize(1);
    return story.opened.get(0);
  }
}

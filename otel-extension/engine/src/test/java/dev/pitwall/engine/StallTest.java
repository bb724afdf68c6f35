package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.signal.HandoffOffered.Recipient;
import dev.pitwall.engine.signal.JvmObserved.LockWait;
import dev.pitwall.engine.signal.RunPaused;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.RunResumed;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.TaskBlocked;
import dev.pitwall.engine.signal.TaskCreated;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StallTest {

  private final Story story = new Story().begin();

  @Test
  void findsSilence() {
    worked();
    long useful = story.now();
    story.silence(minutes(5));
    assertThat(stalls()).isEmpty();
    story.silence(minutes(1));

    Finding stall = stall();
    assertThat(stall.severity()).isEqualTo(Severity.WARNING);
    assertThat(stall.onset()).isEqualTo(useful);
    assertThat(stall.evidence())
        .isEqualTo("desk has made no progress for 5 min 5 s: nothing is under way");
  }

  @Test
  void staysSilentOnSilenceWhereNobodyWouldTellThatAPersonIsWaitedFor() {
    Story spans = new Story();
    spans.send(at -> new RunStarted(Story.RUN, "desk", true, at));
    spans.tool("writer", "search", "x", "found").silence(Duration.ofHours(3));
    assertThat(spans.opened).isEmpty();
    spans.send(Told.toolStarts(8, "writer", "fetch")).silence(minutes(9));
    assertThat(spans.opened).isEmpty();
    spans.silence(minutes(2));
    assertThat(spans.opened).extracting(Finding::type).containsExactly(FindingType.STALL);
  }

  @Test
  void staysSilentWhileOneTaskWaitsForAPersonAndOthersForIt() {
    worked();
    story.send(Told.task("t1", "sign", "clerk")).send(Told.taskStarts("t1", "clerk"));
    story.send(Told.task("t2", "file", "archivist")).send(Told.taskStarts("t2", "archivist"));
    story.send(Told.blocked("t1", TaskBlocked.Reason.HUMAN, "signature", "ada"));
    story.send(Told.blocked("t2", TaskBlocked.Reason.AGENT, "clerk", "clerk"));
    story.silence(minutes(120));
    assertThat(stalls()).isEmpty();
  }

  @Test
  void findsThatTasksWaitForNobodyButOneAnother() {
    worked();
    story.send(Told.task("t1", "sign", "clerk")).send(Told.taskStarts("t1", "clerk"));
    story.send(Told.task("t2", "file", "archivist")).send(Told.taskStarts("t2", "archivist"));
    story.send(Told.blocked("t2", TaskBlocked.Reason.AGENT, "clerk", "clerk"));
    story.silence(minutes(30));
    assertThat(stalls()).isNotEmpty();
  }

  @Test
  void findsAHungToolAndNamesItFirst() {
    worked();
    story.send(Told.agentStarts(7, 0, "writer")).send(Told.toolStarts(8, "writer", "fetch"));
    story.silence(minutes(11));

    Finding stall = stall();
    assertThat(stall.agent()).isEqualTo("writer");
    assertThat(stall.cause().label()).isEqualTo("tool:fetch");
    assertThat(stall.evidence()).contains("writer has waited for fetch for 10 min");
    assertThat(stall.recommendation()).contains("fetch");
  }

  @Test
  void knowsFromTheHistoryThatAToolHasHungLongBefore() {
    for (int i = 0; i < 5; i++) {
      story.send(Told.toolEnds(20 + i, "writer", "fetch", "r" + i, 2000));
    }
    story.send(Told.toolStarts(8, "writer", "fetch")).silence(Duration.ofSeconds(59));
    assertThat(stalls()).isEmpty();
    story.silence(Duration.ofSeconds(10));
    assertThat(stall().evidence()).contains("for 1 min 5 s, usually at most 2.0 s");
  }

  @Test
  void aShortWorkflowIsStalledSooner() {
    Story other = new Story();
    for (int i = 0; i < 6; i++) {
      other.begin().tool("a", "search", "x", "r" + i).end();
    }
    other.begin().tool("a", "search", "x", "r").silence(Duration.ofSeconds(70));
    assertThat(other.opened).extracting(Finding::type).containsExactly(FindingType.STALL);
  }

  @Test
  void findsAHungModel() {
    worked();
    story.send(Told.modelStarts(8, "writer", "gpt"));
    story.silence(minutes(9));
    assertThat(stalls()).isEmpty();
    story.silence(minutes(2));
    assertThat(stall().cause()).isEqualTo(new Cause("model", "gpt", 0.8));
  }

  @Test
  void findsBusyWithoutResult() {
    worked();
    for (int i = 0; i < 40 && stalls().isEmpty(); i++) {
      story.failingTool("writer", "fetch", "x" + i).silence(Duration.ofSeconds(29));
    }
    Finding stall = stall();
    assertThat(stall.openedAt() - stall.onset()).isBetween(900_000L, 910_000L);
    assertThat(stall.evidence()).contains("calls and nothing new");
  }

  @Test
  void anAgentThatOnlyThinksIsNotBusyForNothing() {
    for (int i = 0; i < 20; i++) {
      story.send(Told.modelEnds(20 + i, "writer", "gpt", 1000)).silence(minutes(1));
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void answersOfAModelAreNoProgressWhenItsToolsBringNothingNew() {
    worked();
    for (int i = 0; i < 40 && stalls().isEmpty(); i++) {
      story.failingTool("writer", "fetch", "x" + i).silence(Duration.ofSeconds(29));
      story.send(Told.modelEnds(20 + i, "writer", "gpt", 1000));
    }
    assertThat(stalls()).hasSize(1);
  }

  @Test
  void asksForALookAtTheJvmBeforeItDecides() {
    worked();
    story.send(Told.agentStarts(7, 0, "writer")).send(Told.toolStarts(8, "writer", "fetch"));
    story.silence(minutes(10));
    assertThat(stalls()).isEmpty();
    assertThat(story.suspected).contains("no progress");
    story.send(Told.locks(new LockWait("writer", "ReentrantLock@1", "printer")));
    story.silence(minutes(1));
    assertThat(stall().causes())
        .extracting(Cause::label)
        .containsExactly("resource:ReentrantLock@1", "tool:fetch", "agent:printer", "agent:writer");
  }

  @Test
  void learnsOfTheJvmLater() {
    worked();
    story.send(Told.toolStarts(8, "writer", "fetch")).silence(minutes(11));
    story.send(Told.pressure("gc", "G1 Old Generation", 0.95));
    assertThat(story.updated).hasSize(1);
    assertThat(story.updated.get(0).cause().label()).isEqualTo("jvm:gc G1 Old Generation");
  }

  @Test
  void clearsWithProgress() {
    worked();
    story.silence(minutes(6)).tool("writer", "search", "y", "something");
    assertThat(story.resolved).containsExactly(stall().id());
    story.silence(minutes(6));
    assertThat(stalls()).hasSize(2);
  }

  @Test
  void staysWhenThereIsOnlyActivity() {
    worked();
    story.silence(minutes(6)).failingTool("writer", "search", "y");
    assertThat(story.resolved).isEmpty();
  }

  @Test
  void becomesCriticalWhenItLasts() {
    worked();
    story.silence(minutes(14));
    assertThat(story.updated).isEmpty();
    story.silence(minutes(3));
    assertThat(story.updated).extracting(Finding::severity).containsExactly(Severity.CRITICAL);
    assertThat(stalls()).hasSize(1);
  }

  @Test
  void endsWithTheRun() {
    worked();
    story.silence(minutes(6)).end();
    assertThat(story.resolved).containsExactly(stall().id());
  }

  @Test
  void staysSilentOnAModelThatThinksForMinutes() {
    for (int i = 0; i < 5; i++) {
      story.send(Told.modelEnds(20 + i, "writer", "gpt", 1000)).tool("writer", "t", "a", "r" + i);
    }
    story.send(Told.modelStarts(8, "writer", "gpt")).silence(Duration.ofSeconds(290));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnACallThatUsuallyTakesLong() {
    for (int i = 0; i < 5; i++) {
      story.send(Told.toolEnds(20 + i, "writer", "render", "r" + i, minutes(20).toMillis()));
    }
    story.send(Told.toolStarts(8, "writer", "render")).silence(minutes(70));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnASlowStart() {
    story.silence(minutes(9));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnALongJobThatReportsProgress() {
    story.send(Told.toolStarts(8, "writer", "train"));
    for (int i = 0; i < 30; i++) {
      int done = i;
      story
          .send(at -> new RunProgressed(Story.RUN, null, done, 100, "epoch", null, at))
          .silence(minutes(4));
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentWhileAPersonIsAsked() {
    worked();
    story.send(Told.agentStarts(7, 0, "chief")).send(Told.agentStarts(8, 7, "asker"));
    story.approvalRequested("q1").silence(Duration.ofHours(20));
    assertThat(story.opened).isEmpty();
    story.approvalDecided("q1").silence(minutes(4));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentWhileWorkIsInAPersonsQueue() {
    worked();
    story.send(Told.offered("h1", "desk", "legal", Recipient.PERSON, true));
    story.silence(Duration.ofHours(5));
    assertThat(stalls()).isEmpty();
  }

  @Test
  void staysSilentUntilAKnownTimerIsOver() {
    worked();
    story.send(Told.task("t1", "poll", "writer")).send(Told.taskStarts("t1", "writer"));
    story.send(Told.blockedFor("t1", TaskBlocked.Reason.TIMER, null, minutes(60).toMillis()));
    story.silence(minutes(62));
    assertThat(story.opened).isEmpty();
    story.silence(minutes(10));
    assertThat(stalls()).hasSize(1);
  }

  @Test
  void staysSilentWhileItIsOnHold() {
    worked();
    story.send(at -> new RunPaused(Story.RUN, null, at)).silence(Duration.ofHours(3));
    story.send(at -> new RunResumed(Story.RUN, null, at)).silence(minutes(4));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void aTasksDeclaredDeadlineExplainsItsSilence() {
    worked();
    long deadline = story.now() + minutes(40).toMillis();
    story.send(
        at -> new TaskCreated(Story.RUN, "t1", "batch", "ops", List.of(), deadline, null, at));
    story.send(Told.taskStarts("t1", "ops")).silence(minutes(39));
    assertThat(story.opened).isEmpty();
    story.silence(minutes(2));
    assertThat(stalls()).hasSize(1);
  }

  @Test
  void decidesWithStandardSpansOnly() {
    story.send(Told.agentStarts(7, 0, "writer"));
    story.send(Told.modelStarts(8, "writer", "gpt")).silence(minutes(2));
    story.send(Told.modelEnds(8, "writer", "gpt", 120_000));
    story.send(Told.toolStarts(9, "writer", "fetch")).silence(minutes(16));
    assertThat(stall().cause().label()).isEqualTo("tool:fetch");
  }

  private void worked() {
    story.tool("writer", "search", "x", "found");
  }

  private Finding stall() {
    assertThat(stalls()).hasSize(1);
    return stalls().get(0);
  }

  private List<Finding> stalls() {
    return story.opened.stream().filter(f -> f.type() == FindingType.STALL).toList();
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}

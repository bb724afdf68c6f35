package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.signal.HandoffOffered.Recipient;
import dev.pitwall.engine.signal.JvmObserved.LockWait;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.TaskBlocked.Reason;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class DeadlockTest {

  private final Story story = new Story().only(FindingType.DEADLOCK).begin();

  @Test
  void findsTasksThatHoldWhatTheOtherNeeds() {
    working("t1", "writer").working("t2", "editor");
    story.send(Told.blocked("t1", Reason.RESOURCE, "index", "t2"));
    story.send(Told.blocked("t2", Reason.RESOURCE, "draft", "t1"));
    long closed = story.now();
    story.silence(Duration.ofSeconds(29));
    assertThat(story.opened).isEmpty();
    story.silence(Duration.ofSeconds(1));

    Finding deadlock = deadlock();
    assertThat(deadlock.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(deadlock.onset()).isEqualTo(closed);
    assertThat(deadlock.causes())
        .extracting(Cause::label)
        .startsWith("resource:draft", "resource:index");
    assertThat(deadlock.evidence())
        .isEqualTo(
            "t2 → t1 → t2 wait for one another in a circle for 30 s: t2 for t1 (draft), t1 for t2 (index)");
  }

  @Test
  void findsTasksThatDependOnEachOther() {
    story.send(Told.task("t1", "draft", "a", "t3")).send(Told.task("t2", "draft", "b", "t1"));
    story.send(Told.task("t3", "draft", "c", "t2")).silence(Duration.ofSeconds(31));
    assertThat(deadlock().subject().split(" → ")).hasSize(4).contains("t1", "t2", "t3");
    assertThat(deadlock().cause().label()).isEqualTo("edge:t3 → t2");
  }

  @Test
  void findsAgentsWhoseTasksWaitForEachOther() {
    working("t1", "writer").working("t2", "editor");
    story.send(Told.blocked("t1", Reason.AGENT, "editor", null));
    story.send(Told.blocked("t2", Reason.AGENT, null, "writer")).silence(Duration.ofSeconds(31));
    assertThat(deadlock().causes())
        .extracting(Cause::label)
        .contains("agent:writer", "agent:editor");
  }

  @Test
  void findsAnOfferToAnAgentThatItselfWaits() {
    story.send(Told.agentStarts(7, 0, "a")).send(Told.offered("h1", "a", "b"));
    story.send(Told.agentStarts(8, 7, "b")).send(Told.accepted("h1", "a", "b", 1000));
    story.send(Told.offered("h2", "b", "a"));
    long closed = story.now();
    story.silence(Duration.ofSeconds(31));
    assertThat(deadlock().onset()).isEqualTo(closed);
    assertThat(deadlock().cause()).isEqualTo(new Cause("edge", "b → a", 0.6));
  }

  @Test
  void findsLocksOfTheJvm() {
    story.send(Told.agentStarts(7, 0, "a")).send(Told.agentStarts(8, 0, "b"));
    story.send(Told.toolStarts(9, "a", "save")).send(Told.toolStarts(10, "b", "load"));
    long last = story.now();
    story.silence(Duration.ofSeconds(40));
    assertThat(story.suspected).contains("silence");
    look();
    story.silence(Duration.ofSeconds(20));
    look();
    story.silence(Duration.ofSeconds(20));
    assertThat(deadlock().onset()).isEqualTo(last);
    assertThat(deadlock().cause().label()).isEqualTo("resource:L2");
    story.send(Told.locks());
    assertThat(story.resolved).hasSize(1);
  }

  @Test
  void findsACircleOfALockAndAHandoff() {
    story.send(Told.agentStarts(7, 0, "a")).send(Told.offered("h1", "a", "b"));
    story.send(Told.agentStarts(8, 7, "b")).send(Told.accepted("h1", "a", "b", 1000));
    story.send(Told.locks(new LockWait("b", "L1", "a"))).silence(Duration.ofSeconds(31));
    assertThat(deadlock().subject()).contains("a").contains("b");
  }

  @Test
  void endsWhenTheCircleBreaks() {
    working("t1", "writer").working("t2", "editor");
    story.send(Told.blocked("t1", Reason.RESOURCE, "index", "t2"));
    story.send(Told.blocked("t2", Reason.RESOURCE, "draft", "t1")).silence(Duration.ofMinutes(1));
    story.send(Told.taskEnds("t2"));
    assertThat(story.resolved).containsExactly(deadlock().id());
  }

  @Test
  void isOneFindingHoweverLongItLasts() {
    working("t1", "writer").working("t2", "editor");
    story.send(Told.blocked("t1", Reason.RESOURCE, "index", "t2"));
    for (int i = 0; i < 5; i++) {
      story.send(Told.blocked("t2", Reason.RESOURCE, "draft", "t1"));
      story.silence(Duration.ofMinutes(10));
    }
    assertThat(story.opened).hasSize(1);
    story.end();
    assertThat(story.resolved).hasSize(1);
  }

  @Test
  void endsAtTheSignalThatBreaksIt() {
    for (LongFunction<Signal> breaking :
        List.of(
            Told.rejected("h2", "b", "a", "busy"),
            Told.accepted("h2", "b", "a", 1000),
            Told.finished("h2", "b", "a", 1000))) {
      Story own = new Story().only(FindingType.DEADLOCK).begin();
      own.send(Told.agentStarts(7, 0, "a")).send(Told.offered("h1", "a", "b"));
      own.send(Told.agentStarts(8, 7, "b")).send(Told.accepted("h1", "a", "b", 1000));
      own.send(Told.offered("h2", "b", "a")).silence(Duration.ofSeconds(31));
      own.send(Told.agentStarts(9, 8, "a")).send(breaking);
      assertThat(own.resolvedAt).containsExactly(own.now());
    }
  }

  @Test
  void endsWhenATaskGoesOn() {
    working("t1", "writer").working("t2", "editor");
    story.send(Told.blocked("t1", Reason.RESOURCE, "index", "t2"));
    story.send(Told.blocked("t2", Reason.RESOURCE, "draft", "t1")).silence(Duration.ofMinutes(1));
    working("t2", "editor");
    assertThat(story.resolvedAt).containsExactly(story.now());
  }

  @Test
  void twoCirclesAreTwoFindings() {
    working("t1", "a").working("t2", "b").working("t3", "c").working("t4", "d");
    story.send(Told.blocked("t1", Reason.RESOURCE, "index", "t2"));
    story.send(Told.blocked("t2", Reason.RESOURCE, "draft", "t1"));
    story.send(Told.blocked("t3", Reason.RESOURCE, "sources", "t4"));
    story.send(Told.blocked("t4", Reason.RESOURCE, "pictures", "t3"));
    story.silence(Duration.ofMinutes(1));
    assertThat(story.opened).hasSize(2);
  }

  @Test
  void asksToLookAgainAtLocksAndOnlyAtLocks() {
    story.send(Told.agentStarts(7, 0, "a"));
    look();
    story.silence(Duration.ofMinutes(2));
    assertThat(deadlock().agent()).isNotNull();
    assertThat(story.suspected).contains("threads wait for each other");
    Story tasks = new Story().only(FindingType.DEADLOCK).begin();
    tasks.send(Told.taskStarts("t1", "writer")).send(Told.taskStarts("t2", "editor"));
    tasks.send(Told.blocked("t1", Reason.RESOURCE, "index", "t2"));
    tasks.send(Told.blocked("t2", Reason.RESOURCE, "draft", "t1")).silence(Duration.ofMinutes(2));
    assertThat(tasks.opened).singleElement().extracting(Finding::agent).isNull();
    assertThat(tasks.suspected).doesNotContain("threads wait for each other");
  }

  @Test
  void explainsTheStallThatItCauses() {
    Story both = new Story().begin();
    both.send(Told.taskStarts("t1", "writer")).send(Told.taskStarts("t2", "editor"));
    both.send(Told.blocked("t1", Reason.RESOURCE, "index", "t2"));
    both.send(Told.blocked("t2", Reason.RESOURCE, "draft", "t1")).silence(Duration.ofMinutes(20));
    assertThat(both.opened).extracting(Finding::type).containsExactly(FindingType.DEADLOCK);
    assertThat(both.updated).last().extracting(Finding::evidence).asString().contains("stall");
  }

  @Test
  void staysSilentOnAChain() {
    for (int i = 1; i < 20; i++) {
      story.send(Told.task("t" + i, "draft", "a" + i, "t" + (i - 1)));
    }
    story.send(Told.taskStarts("t0", "a0")).silence(Duration.ofMinutes(10));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnAWaitThatResolvesItself() {
    working("t1", "writer").working("t2", "editor");
    story.send(Told.blocked("t1", Reason.RESOURCE, "index", "t2"));
    story.send(Told.blocked("t2", Reason.RESOURCE, "draft", "t1"));
    story.silence(Duration.ofSeconds(20)).send(Told.taskStarts("t2", "editor"));
    story.silence(Duration.ofMinutes(5));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnAWaitWithATimeLimit() {
    working("t1", "writer").working("t2", "editor");
    story.send(Told.blockedFor("t1", Reason.RESOURCE, "t2", 60_000));
    story.send(Told.blocked("t2", Reason.RESOURCE, "draft", "t1")).silence(Duration.ofSeconds(50));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentWhileAPersonIsInTheCircle() {
    working("t1", "writer").working("t2", "editor");
    story.send(Told.blocked("t1", Reason.RESOURCE, "index", "t2"));
    story.send(Told.blocked("t2", Reason.HUMAN, "t1", "t1"));
    story.send(Told.offered("h1", "a", "legal", Recipient.PERSON, true));
    story.send(Told.offered("h2", "legal", "a")).silence(Duration.ofHours(1));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnAnAgentThatIsCalledAgainFromBelow() {
    story.send(Told.agentStarts(7, 0, "a")).send(Told.offered("h1", "a", "b"));
    story.send(Told.agentStarts(8, 7, "b")).send(Told.accepted("h1", "a", "b", 1000));
    story.send(Told.offered("h2", "b", "a")).send(Told.agentStarts(9, 8, "a"));
    story.send(Told.accepted("h2", "b", "a", 1000)).send(Told.toolStarts(10, "a", "search"));
    story.silence(Duration.ofMinutes(5));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnAnAgentThatHasOtherWork() {
    working("t1", "writer").working("t2", "editor").working("t3", "editor");
    story.send(Told.blocked("t1", Reason.AGENT, "editor", null));
    story.send(Told.blocked("t2", Reason.AGENT, "writer", null)).silence(Duration.ofMinutes(5));
    assertThat(story.opened).isEmpty();
  }

  private DeadlockTest working(String task, String agent) {
    story.send(Told.taskStarts(task, agent));
    return this;
  }

  private void look() {
    story.send(Told.locks(new LockWait("a", "L1", "b"), new LockWait("b", "L2", "a")));
  }

  private Finding deadlock() {
    assertThat(story.opened).hasSize(1);
    return story.opened.get(0);
  }
}

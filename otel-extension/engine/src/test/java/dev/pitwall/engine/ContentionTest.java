package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.signal.JvmObserved.LockWait;
import dev.pitwall.engine.signal.ResourceAccessed.Access;
import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.TaskBlocked.Reason;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.ToolStarted;
import java.time.Duration;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class ContentionTest {

  private final Story story = new Story().only(FindingType.CONTENTION).begin();

  @Test
  void looksOnceMoreToSeeThatTheLastWaitIsOver() {
    story.send(searches(1, "a")).send(searches(2, "b")).silence(Duration.ofSeconds(2));
    int asked = story.suspected.size();
    story.send(Told.locks(new LockWait("b", "lock", "a")));
    story.send(at -> new ToolEnded(Story.RUN, 1, 0, "a", "search", "hash", "r", null, at, at));
    story.silence(Duration.ofSeconds(20));
    assertThat(story.suspected).hasSizeGreaterThan(asked);
  }

  @Test
  void asksForALookAtTheJvmWhileCallsOfTwoAgentsTakeLong() {
    story.send(searches(1, "a"));
    story.silence(Duration.ofMinutes(2));
    assertThat(story.suspected).isEmpty();
    story.send(searches(2, "b"));
    story.silence(Duration.ofMinutes(3));
    assertThat(story.suspected).containsOnly("several wait").hasSizeBetween(4, 7);
  }

  @Test
  void findsALostUpdate() {
    story.send(Told.accessed("a", "draft", "v1", Access.READ));
    story.send(Told.accessed("b", "draft", "v1", Access.READ));
    story.send(Told.accessed("a", "draft", "v2", Access.WRITE));
    assertThat(story.opened).isEmpty();
    story.send(Told.accessed("b", "draft", "v3", Access.WRITE));

    assertThat(contention().onset()).isEqualTo(story.now());
    assertThat(contention().cause().label()).isEqualTo("resource:draft");
    assertThat(contention().evidence())
        .isEqualTo("a and b share draft: 1 write rested on an outdated read in 0 ms");
  }

  @Test
  void findsParallelMembersThatOverwriteEachOther() {
    long team = story.workflow("team", 0, Shape.Kind.PARALLEL, 3, 1);
    story.artifact("a", team, "summary", "1").artifact("b", team, "summary", "2");
    assertThat(story.opened).isEmpty();
    story.artifact("c", team, "summary", "3");
    assertThat(contention().evidence()).contains("a and b and c").contains("2 values");
    assertThat(contention().cause().label()).isEqualTo("resource:summary");
  }

  @Test
  void findsAgentsThatPutTheirOwnValueBack() {
    for (int i = 0; i < 2; i++) {
      story.artifact("a", 0, "status", "open").artifact("b", 0, "status", "closed");
    }
    assertThat(story.opened).hasSize(1);
    assertThat(contention().cause().label()).isEqualTo("resource:status");
  }

  @Test
  void findsRepeatedWaits() {
    for (int i = 0; i < 3; i++) {
      waits("t" + i, Duration.ofSeconds(10));
    }
    assertThat(contention().onset()).isEqualTo(14_000);
    assertThat(contention().evidence()).contains("3 waits for it");
    assertThat(contention().cause().label()).isEqualTo("resource:db");
  }

  @Test
  void findsOneLongWaitAndItsHolder() {
    story.send(Told.taskStarts("t1", "a")).send(Told.blocked("t1", Reason.RESOURCE, "db", "b"));
    long since = story.now();
    story.silence(Duration.ofMinutes(2));
    assertThat(contention().onset()).isEqualTo(since);
    assertThat(contention().causes()).extracting(c -> c.label()).contains("agent:b");
    assertThat(contention().evidence()).contains("1 wait now, the first for 2 min");
    assertThat(contention().cause().label()).isEqualTo("resource:db");
  }

  @Test
  void findsALockOfTheJvm() {
    story.send(Told.locks(new LockWait("a", "L1", "b"))).silence(Duration.ofSeconds(125));
    assertThat(contention().cause().label()).isEqualTo("resource:L1");
  }

  @Test
  void isOverWhenThereIsNoConflictForAWhile() {
    for (int i = 0; i < 3; i++) {
      waits("t" + i, Duration.ofSeconds(10));
    }
    story.silence(Duration.ofMinutes(4));
    assertThat(story.resolved).isEmpty();
    story.silence(Duration.ofMinutes(2));
    assertThat(story.resolved).containsExactly(contention().id());
  }

  @Test
  void lastsAsLongAsAnybodyWaits() {
    story.send(Told.taskStarts("t1", "a")).send(Told.blocked("t1", Reason.RESOURCE, "db", "b"));
    story.silence(Duration.ofHours(1));
    assertThat(story.opened).hasSize(1);
    assertThat(story.resolved).isEmpty();
    story.send(Told.taskStarts("t1", "a")).silence(Duration.ofMinutes(11));
    assertThat(story.resolved).hasSize(1);
  }

  @Test
  void staysSilentOnParallelReading() {
    for (int i = 0; i < 100; i++) {
      story.send(Told.accessed("a" + i, "draft", "v1", Access.READ));
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnOneShortWait() {
    waits("t1", Duration.ofSeconds(30));
    story.silence(Duration.ofMinutes(30));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnWaitsThatAreFarApart() {
    for (int i = 0; i < 10; i++) {
      waits("t" + i, Duration.ofSeconds(30));
      story.silence(Duration.ofMinutes(6));
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentWhenEachReadsBeforeItWrites() {
    for (int i = 0; i < 20; i++) {
      String party = i % 2 == 0 ? "a" : "b";
      story.send(Told.accessed(party, "draft", "v" + i, Access.READ));
      story.send(Told.accessed(party, "draft", "v" + (i + 1), Access.WRITE));
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnADraftThatGoesFromHandToHand() {
    long review = story.workflow("review", 0, Shape.Kind.LOOP, 2, 10);
    for (int i = 0; i < 10; i++) {
      story.artifact("writer", review, "draft", "w" + i);
      story.artifact("editor", review, "draft", "e" + i);
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnParallelMembersWithValuesOfTheirOwn() {
    long team = story.workflow("team", 0, Shape.Kind.PARALLEL, 3, 1);
    for (int i = 0; i < 10; i++) {
      story.artifact("a" + i, team, "part" + i, "x").artifact("b", team, "same", "1");
    }
    assertThat(story.opened).isEmpty();
  }

  private void waits(String task, Duration wait) {
    story
        .send(Told.taskStarts(task, "worker"))
        .send(Told.blocked(task, Reason.RESOURCE, "db", "b"));
    story.silence(wait).send(Told.taskStarts(task, "worker"));
  }

  private Finding contention() {
    assertThat(story.opened).hasSize(1);
    return story.opened.get(0);
  }

  private static LongFunction<Signal> searches(long operation, String agent) {
    return at -> new ToolStarted(Story.RUN, operation, 0, agent, "search", "hash", null, at);
  }
}

package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.TaskBlocked.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StragglerTest {

  private final Story story = new Story().only(FindingType.STRAGGLER).begin();

  @Test
  void findsTheInvocationForWhichAllOthersWait() {
    long team = story.workflow("team", 0, Shape.Kind.PARALLEL, 5, 1);
    for (int i = 0; i < 5; i++) {
      story.send(Told.agentStarts(10 + i, team, "reader"));
    }
    long started = story.now();
    story.silence(Duration.ofSeconds(20));
    for (int i = 0; i < 4; i++) {
      story.send(Told.agentEnds(10 + i, team, "reader"));
    }
    story.send(Told.toolStarts(99, "reader", "fetch")).silence(Duration.ofSeconds(20));
    assertThat(story.opened).isEmpty();
    story.silence(Duration.ofSeconds(60));

    assertThat(straggler().onset()).isEqualTo(started + 25_000);
    assertThat(straggler().cause().label()).isEqualTo("tool:fetch");
    assertThat(straggler().evidence())
        .contains("One reader has run for 1 min 15 s, 3.0 times as long as its siblings")
        .contains("median 25 s")
        .contains("4 of which have ended");
    story.send(Told.agentEnds(14, team, "reader"));
    assertThat(story.resolved).hasSize(1);
  }

  @Test
  void findsASlowTask() {
    parallelTasks(4, "crawl");
    endTasks(3);
    story.silence(Duration.ofMinutes(2));
    assertThat(straggler().subject()).isEqualTo("crawl3");
    assertThat(straggler().agent()).isEqualTo("worker3");
    assertThat(straggler().cause().label()).isEqualTo("agent:worker3");
    story.end();
    assertThat(story.resolved).hasSize(1);
  }

  @Test
  void blamesTheAgentAndNotTheCallThatItHappensToMake() {
    parallelTasks(4, "crawl");
    endTasks(3);
    for (int i = 0; i < 12; i++) {
      story.send(Told.modelStarts(50 + i, "worker3", "gpt")).silence(Duration.ofSeconds(10));
      story.send(Told.modelEnds(50 + i, "worker3", "gpt", 10_000));
    }
    assertThat(straggler().cause().label()).isEqualTo("agent:worker3");
  }

  @Test
  void blamesTheHolderOfWhatItIsBlockedOn() {
    parallelTasks(4, "crawl");
    endTasks(3);
    story.send(Told.blocked("crawl3", Reason.RESOURCE, "db", "janitor"));
    story.silence(Duration.ofMinutes(2));
    assertThat(straggler().cause().label()).isEqualTo("resource:db");
  }

  @Test
  void staysSilentWhereFewSiblingsDifferMuch() {
    parallelTasks(4, "crawl");
    story.silence(Duration.ofSeconds(30)).send(Told.taskEnds("crawl0"));
    story.send(Told.taskEnds("crawl1")).silence(Duration.ofSeconds(35));
    story.send(Told.taskEnds("crawl2")).silence(Duration.ofSeconds(50));
    assertThat(story.opened).isEmpty();
    story.silence(Duration.ofSeconds(30));
    assertThat(straggler().subject()).isEqualTo("crawl3");
  }

  @Test
  void staysSilentOnLateStarters() {
    parallelTasks(4, "crawl");
    story.silence(Duration.ofMinutes(2)).send(Told.taskStarts("crawl9", "worker9"));
    endTasks(4);
    story.silence(Duration.ofMinutes(2));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnOtherKindsOfWork() {
    parallelTasks(4, "crawl");
    story.send(Told.task("r", "render", "painter")).send(Told.taskStarts("r", "painter"));
    endTasks(4);
    long team = story.workflow("team", 0, Shape.Kind.PARALLEL, 4, 1);
    for (int i = 0; i < 4; i++) {
      story.send(Told.agentStarts(10 + i, team, "agent" + i));
    }
    for (int i = 0; i < 3; i++) {
      story.send(Told.agentEnds(10 + i, team, "agent" + i));
    }
    story.silence(Duration.ofHours(1));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnALongItemWithoutSiblings() {
    for (int i = 0; i < 5; i++) {
      story.send(Told.task("c" + i, "crawl", "w")).send(Told.taskStarts("c" + i, "w"));
      story.send(Told.taskEnds("c" + i));
    }
    story.send(Told.task("c9", "crawl", "w")).send(Told.taskStarts("c9", "w"));
    story.silence(Duration.ofHours(1));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentWhileMostAreStillAtIt() {
    parallelTasks(8, "crawl");
    endTasks(4);
    story.silence(Duration.ofHours(1));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentWhileOthersHaveNotEvenBegun() {
    parallelTasks(4, "crawl");
    for (int i = 10; i < 20; i++) {
      story.send(Told.task("crawl" + i, "crawl", "w"));
    }
    endTasks(3);
    story.silence(Duration.ofHours(1));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentWhileAPersonIsAsked() {
    parallelTasks(4, "crawl");
    endTasks(3);
    story.send(Told.blocked("crawl3", Reason.HUMAN, null, null)).silence(Duration.ofHours(1));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void aSpreadThatIsOrdinaryIsNoStraggler() {
    parallelTasks(5, "crawl");
    int[] minutes = {1, 10, 20, 30};
    long spent = 0;
    for (int i = 0; i < 4; i++) {
      story.silence(Duration.ofMinutes(minutes[i] - spent)).send(Told.taskEnds("crawl" + i));
      spent = minutes[i];
    }
    story.silence(Duration.ofMinutes(29));
    assertThat(story.opened).isEmpty();
  }

  private void parallelTasks(int count, String type) {
    for (int i = 0; i < count; i++) {
      story.send(Told.task(type + i, type, "worker" + i));
    }
    for (int i = 0; i < count; i++) {
      story.send(Told.taskStarts(type + i, "worker" + i));
    }
  }

  private void endTasks(int count) {
    for (int i = 0; i < count; i++) {
      story.send(Told.taskEnds("crawl" + i));
    }
  }

  private Finding straggler() {
    assertThat(story.opened).hasSize(1);
    return story.opened.get(0);
  }
}

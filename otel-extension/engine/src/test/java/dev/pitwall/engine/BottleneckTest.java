package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.signal.HandoffOffered.Recipient;
import dev.pitwall.engine.signal.TaskBlocked.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BottleneckTest {

  private final Story story = new Story().only(FindingType.BOTTLENECK).begin();
  private int number;

  @Test
  void findsAnAgentWhoseQueueGrows() {
    long began = story.now() + 1000;
    for (int i = 0; i < 30 && story.opened.isEmpty(); i++) {
      offer(1);
      story.silence(Duration.ofSeconds(9));
    }
    Finding found = bottleneck();
    assertThat(found.agent()).isEqualTo("printer");
    assertThat(found.cause().label()).isEqualTo("agent:printer");
    assertThat(found.onset()).isEqualTo(began);
    assertThat(found.evidence())
        .matches("\\d+ wait for printer, the first for .*; \\d+ did .* ago");
  }

  @Test
  void findsAQueueThatLasts() {
    offer(6);
    story.silence(Duration.ofMinutes(9));
    assertThat(story.opened).isEmpty();
    story.silence(Duration.ofMinutes(2));
    assertThat(bottleneck().evidence()).startsWith("6 wait for printer, the first for 10 min");
    assertThat(bottleneck().cause().label()).isEqualTo("agent:printer");
  }

  @Test
  void findsAResourceForWhichTasksAreBlocked() {
    for (int i = 0; i < 6; i++) {
      story.send(Told.taskStarts("t" + i, "w" + i));
      story.send(Told.blocked("t" + i, Reason.RESOURCE, "gpu", null));
    }
    story.silence(Duration.ofMinutes(11));
    assertThat(bottleneck().cause().label()).isEqualTo("resource:gpu");
  }

  @Test
  void findsAToolWithStandardSpansOnly() {
    for (int i = 0; i < 5; i++) {
      story.send(Told.toolEnds(++number, "a", "render", null, 1000));
    }
    for (int i = 0; i < 30 && story.opened.isEmpty(); i++) {
      story.send(Told.toolStarts(++number, "a" + i, "render")).silence(Duration.ofSeconds(9));
    }
    assertThat(bottleneck().cause().label()).isEqualTo("tool:render");
  }

  @Test
  void findsTasksThatPileUpBeforeOneAgent() {
    for (int i = 0; i < 30 && story.opened.isEmpty(); i++) {
      story.send(Told.task("t" + i, "print", "printer")).silence(Duration.ofSeconds(9));
    }
    assertThat(bottleneck().agent()).isEqualTo("printer");
    assertThat(bottleneck().cause().label()).isEqualTo("agent:printer");
  }

  @Test
  void findsTasksThatPileUpSlowly() {
    for (int i = 0; i < 40 && story.opened.isEmpty(); i++) {
      story.send(Told.task("t" + i, "print", "printer")).silence(Duration.ofSeconds(89));
    }
    assertThat(bottleneck().agent()).isEqualTo("printer");
  }

  @Test
  void staysSilentOnAPlanOfManyTasksThatAreDoneOneByOne() {
    for (int i = 0; i < 40; i++) {
      story.send(Told.task("t" + i, "print", "printer"));
    }
    for (int i = 0; i < 40; i++) {
      story.send(Told.taskStarts("t" + i, "printer")).silence(Duration.ofSeconds(60));
      story.send(Told.taskEnds("t" + i));
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void worsensWhenTheQueueDoublesAndEndsWhenItHasDrained() {
    offer(6);
    story.silence(Duration.ofMinutes(11));
    offer(6);
    story.silence(Duration.ofSeconds(20));
    assertThat(story.updated).extracting(Finding::severity).containsExactly(Severity.CRITICAL);
    for (int i = 1; i <= 9; i++) {
      story.send(Told.accepted("h" + i, "desk", "printer", 1000));
    }
    assertThat(story.resolved).isEmpty();
    story.send(Told.accepted("h10", "desk", "printer", 1000)).silence(Duration.ofSeconds(20));
    assertThat(story.resolved).containsExactly(bottleneck().id());
  }

  @Test
  void staysSilentOnABurstThatDrains() {
    offer(30);
    for (int i = 1; i <= 30; i++) {
      story.send(Told.accepted("h" + i, "desk", "printer", 1000)).silence(Duration.ofSeconds(9));
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnManyWorkersThatTakeWorkQuickly() {
    for (int i = 1; i <= 100; i++) {
      offer(1);
      story.send(Told.accepted("h" + i, "desk", "printer", 1000));
      story.silence(Duration.ofSeconds(3));
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnAToolThatServesManyAtOnce() {
    for (int i = 0; i < 5; i++) {
      story.send(Told.toolEnds(++number, "a", "render", null, 120_000));
    }
    for (int i = 0; i < 20; i++) {
      story.send(Told.toolStarts(++number, "a" + i, "render"));
    }
    story.silence(Duration.ofMinutes(3));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnAPlanForOneAgent() {
    for (int i = 0; i < 100; i++) {
      story.send(Told.task("t" + i, "print", "printer"));
    }
    for (int i = 0; i < 100; i++) {
      story.send(Told.taskStarts("t" + i, "printer")).silence(Duration.ofSeconds(50));
      story.send(Told.taskEnds("t" + i));
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnAPersonsQueueAndWhilePeopleAreAsked() {
    for (int i = 0; i < 20; i++) {
      story.send(Told.offered("p" + i, "desk", "legal", Recipient.PERSON, true));
    }
    story.silence(Duration.ofHours(1));
    assertThat(story.opened).isEmpty();
  }

  private void offer(int count) {
    for (int i = 0; i < count; i++) {
      story.send(Told.offered("h" + ++number, "desk", "printer"));
    }
  }

  private Finding bottleneck() {
    assertThat(story.opened).hasSize(1);
    return story.opened.get(0);
  }
}

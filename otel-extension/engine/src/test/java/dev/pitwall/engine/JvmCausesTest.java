package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.signal.JvmObserved.LockWait;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JvmCausesTest {

  private final Story story = new Story().only(FindingType.HANDOFF_LOST, FindingType.LOOP).begin();

  @Test
  void whatIsSlowAsksForALook() {
    lost();
    assertThat(story.suspected).contains("handoff_lost");
  }

  @Test
  void aPoolWithoutAFreeThreadExplainsWorkThatNobodyTakesUp() {
    lost();
    assertThat(story.opened.get(0).cause().label()).isEqualTo("edge:chief → writer");
    story.send(Told.pressure("pool", "ForkJoinPool.commonPool", 1));
    Finding said = story.updated.get(0);
    assertThat(said.cause()).isEqualTo(new Cause("jvm", "pool ForkJoinPool.commonPool", 0.9));
    assertThat(said.evidence())
        .endsWith("; all threads of ForkJoinPool.commonPool are busy and work waits");
    assertThat(said.recommendation())
        .isEqualTo(
            "Let agents that wait run on an executor of their own, not on ForkJoinPool.commonPool.");
  }

  @Test
  void aJvmThatDoesLittleButCollectIsTheCause() {
    lost();
    story.send(Told.pressure("gc", "G1 Old Generation", 0.9));
    Finding said = story.updated.get(0);
    assertThat(said.cause().label()).isEqualTo("jvm:gc G1 Old Generation");
    assertThat(said.evidence())
        .contains("the JVM spent 90 % of its time in collections of G1 Old Generation");
    assertThat(said.recommendation()).contains("heap");
  }

  @Test
  void oneThatCollectsForATenthOfTheTimeIsAtWork() {
    lost();
    story.send(Told.pressure("gc", "G1 Young Generation", 0.1));
    assertThat(story.updated)
        .allMatch(said -> said.causes().stream().noneMatch(JvmCausesTest::isJvm));
  }

  @Test
  void aFullHeapStandsBehindWhatIsSeenOfTheRun() {
    lost();
    story.send(Told.pressure("heap", "Tenured Gen", 0.92));
    Finding said = story.updated.get(0);
    assertThat(said.cause().kind()).isEqualTo("edge");
    assertThat(said.causes()).contains(new Cause("jvm", "heap Tenured Gen", 0.46));
    assertThat(said.recommendation()).startsWith("See whether writer runs");
  }

  @Test
  void theLockThatAnAgentWaitsForIsTheCauseAndItsHolderTheNext() {
    lost();
    story.send(Told.locks(new LockWait("writer", "Lock@1", "cron-3")));
    assertThat(story.updated.get(0).causes())
        .extracting(Cause::label)
        .startsWith("resource:Lock@1")
        .contains("agent:cron-3");
    assertThat(story.updated.get(0).recommendation())
        .isEqualTo("See why cron-3 does not release Lock@1.");
  }

  @Test
  void whatNobodyHoldsTellsWhereTheThreadIs() {
    lost();
    story.send(Told.locks(new LockWait("writer", "CountDownLatch$Sync@2", null)));
    Finding said = story.updated.get(0);
    assertThat(said.cause().kind()).isEqualTo("edge");
    assertThat(said.evidence()).endsWith("the thread of writer waits for CountDownLatch$Sync@2");
    assertThat(said.causes()).last().matches(JvmCausesTest::isJvm);
  }

  @Test
  void locksOfOthersAreNoCause() {
    lost();
    story.send(Told.locks(new LockWait("reader", "Lock@1", "printer")));
    assertThat(story.updated)
        .allMatch(
            said -> said.causes().stream().noneMatch(cause -> cause.kind().equals("resource")));
  }

  @Test
  void anOldLookSaysNothingOfWhatBeginsLater() {
    story.send(Told.pressure("pool", "ForkJoinPool.commonPool", 1));
    story.silence(Duration.ofMinutes(6));
    lost();
    assertThat(story.opened.get(0).causes()).noneMatch(JvmCausesTest::isJvm);
  }

  @Test
  void aLookThatNoLongerShowsItTakesItBack() {
    lost();
    story.send(Told.pressure("pool", "ForkJoinPool.commonPool", 1)).send(Told.locks());
    assertThat(story.updated.get(0).causes()).anyMatch(JvmCausesTest::isJvm);
    assertThat(story.updated)
        .last()
        .matches(said -> said.causes().stream().noneMatch(JvmCausesTest::isJvm));
  }

  @Test
  void whatIsNotAboutTimeHasNoCauseInTheJvm() {
    for (int i = 0; i < 6; i++) {
      story.tool("writer", "search", "x", "none");
    }
    assertThat(story.opened(FindingType.LOOP)).hasSize(1);
    story.send(Told.pressure("gc", "G1 Old Generation", 0.9));
    story.tool("writer", "search", "x", "none").tool("writer", "search", "x", "none");
    assertThat(story.updated)
        .allMatch(said -> said.causes().stream().noneMatch(JvmCausesTest::isJvm));
  }

  private void lost() {
    story.member("writer", 0, "text").send(Told.offered("h1", "chief", "writer"));
    for (int i = 0; i < 60 && story.opened.isEmpty(); i++) {
      story.silence(Duration.ofMinutes(1));
    }
    assertThat(story.opened).hasSize(1);
  }

  private static boolean isJvm(Cause cause) {
    return cause.kind().equals("jvm");
  }
}

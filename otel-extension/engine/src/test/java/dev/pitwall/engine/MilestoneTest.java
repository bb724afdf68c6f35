package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.signal.ApprovalDecided;
import dev.pitwall.engine.signal.Budget;
import dev.pitwall.engine.signal.MilestoneReached;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunPlanned.Milestone;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.TaskBlocked.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MilestoneTest {

  private static final long MINUTE = 60_000;

  private final Story story = new Story();

  @Test
  void firesWhenAtThePaceSoFarTheDeadlineWillBeMissed() {
    planned(102 * MINUTE).begin();
    done(10, 10);
    done(20, 10);
    assertThat(risks()).isEmpty();
    done(22, 10);
    done(23, 10);
    assertThat(risks()).hasSize(1);
    Finding risk = risks().get(0);
    assertThat(risk.subject()).isEqualTo("deadline");
    assertThat(risk.severity()).isEqualTo(Severity.WARNING);
    assertThat(risk.cause().label()).isEqualTo("workflow:desk");
    // At 20 % after 20 minutes it was just in time; the estimate passed the deadline soon after.
    assertThat(risk.onset()).isBetween(20 * MINUTE, 31 * MINUTE);
    assertThat(risk.evidence())
        .startsWith("The run's deadline is in 1 h")
        .contains("of the run done it will be missed by");
  }

  @Test
  void blamesTheModelThatHasBecomeSlow() {
    planned(102 * MINUTE).begin();
    for (int i = 0; i < 4; i++) {
      story.send(Told.modelEnds(10 + i, "writer", "gpt", 2_000));
    }
    done(10, 10);
    for (int i = 0; i < 4; i++) {
      story.send(Told.modelEnds(20 + i, "writer", "gpt", 9_000));
    }
    done(20, 10);
    story.send(Told.agentStarts(50, 0, "writer"));
    done(22, 10);
    done(23, 10);
    assertThat(risks().get(0).cause().label()).isEqualTo("model:gpt");
  }

  @Test
  void growsCriticalWhenTheTargetHasPassedAndStaysOneFinding() {
    planned(10 * MINUTE).begin();
    done(10, 5);
    work(story, 6);
    assertThat(risks()).hasSize(1);
    Finding last = lastSaid();
    assertThat(last.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(last.evidence())
        .isEqualTo("The run's deadline has passed with 10 % of the run done");
  }

  @Test
  void aMilestoneIsDueItsShareOfThePlan() {
    planned(100 * MINUTE, new Milestone("draft", 20 * MINUTE)).begin();
    done(5, 10);
    done(10, 8);
    work(story, 1);
    assertThat(risks()).extracting(Finding::subject).containsExactly("draft");
    assertThat(risks().get(0).cause().label()).isEqualTo("workflow:desk");
    story.send(at -> new MilestoneReached(Story.RUN, "draft", at));
    assertThat(story.resolved).contains(risks().get(0).id());
  }

  @Test
  void endsWhenTheEstimateReturns() {
    planned(100 * MINUTE).begin();
    done(10, 20);
    done(12, 5);
    work(story, 1);
    assertThat(risks()).hasSize(1);
    done(60, 1);
    assertThat(story.resolved).isEmpty();
    work(story, 1);
    assertThat(story.resolved).hasSize(1);
  }

  @Test
  void oneLookPastTheTargetIsNotForGood() {
    planned(100 * MINUTE).begin();
    done(20, 19);
    story.later(Duration.ofMinutes(11));
    // 21 % after 30 minutes is late; a second later it is not.
    story.send(at -> new RunProgressed(Story.RUN, null, 21, 100, null, null, at));
    story.send(at -> new RunProgressed(Story.RUN, null, 40, 100, null, null, at));
    work(story, 5);
    assertThat(risks()).isEmpty();
  }

  @Test
  void isSilentOnWhatIsSlowButInTimeAndWithoutTarget() {
    planned(100 * MINUTE).begin();
    for (int i = 1; i <= 10; i++) {
      done(10 * i, 9);
    }
    story.end();
    Story untimed = new Story();
    planned(untimed, 0, new Milestone("draft", 0)).begin();
    progress(untimed, 1, 1000);
    assertThat(risks()).isEmpty();
    assertThat(untimed.opened(FindingType.MILESTONE_AT_RISK)).isEmpty();
  }

  @Test
  void waitingForPeopleIsNotPace() {
    planned(100 * MINUTE).begin();
    done(50, 20);
    story.approvalRequested("q1");
    long asked = story.now();
    story.silence(Duration.ofMinutes(50));
    assertThat(risks()).isEmpty();
    story.send(at -> new ApprovalDecided(Story.RUN, "q1", "release", null, "approved", asked, at));
    done(60, 4);
    assertThat(risks()).isEmpty();
  }

  @Test
  void butItPasses() {
    planned(100 * MINUTE).begin();
    done(50, 40);
    story.approvalRequested("q1").silence(Duration.ofMinutes(40));
    assertThat(risks()).hasSize(1);
    assertThat(risks().get(0).cause().label()).isEqualTo("resource:release");
  }

  @Test
  void beforePaceTellsHistoryDoes() {
    for (int i = 0; i < 6; i++) {
      String id = "earlier-" + i;
      story.send(at -> new RunStarted(id, "desk", at));
      story.later(Duration.ofMinutes(50));
      story.send(at -> new RunEnded(id, "desk", null, at));
    }
    long start = story.now();
    planned(start + 20 * MINUTE).begin().silence(Duration.ofMinutes(2));
    assertThat(risks()).hasSize(1);
  }

  @Test
  void ofAMilestoneEarlierRunsTellItsShare() {
    for (int i = 0; i < 6; i++) {
      String id = "earlier-" + i;
      story.send(at -> new RunStarted(id, "desk", at));
      story.later(Duration.ofMinutes(50));
      story.send(at -> new RunEnded(id, "desk", null, at));
    }
    long start = story.now();
    planned(start + 100 * MINUTE, new Milestone("draft", start + 20 * MINUTE)).begin();
    // A fifth of the plan takes ten of the usual fifty minutes.
    work(story, 18);
    assertThat(risks()).isEmpty();
  }

  @Test
  void isPutDownToTheCallThatIsUnderWayForLongest() {
    planned(20 * MINUTE).begin();
    done(10, 3);
    story.send(Told.agentStarts(900, 0, "writer")).send(Told.toolStarts(901, "writer", "render"));
    story.later(Duration.ofSeconds(5)).send(Told.modelStarts(902, "writer", "m1"));
    work(story, 2);
    assertThat(risks().get(0).causes()).extracting(Cause::label).startsWith("tool:render");
  }

  @Test
  void isPutDownToWhatATaskWaitsFor() {
    planned(20 * MINUTE).begin();
    done(10, 3);
    story.send(Told.task("t1", "draft", "writer")).send(Told.taskStarts("t1", "writer"));
    story.send(Told.blocked("t1", Reason.RESOURCE, "index", null));
    work(story, 5);
    assertThat(risks().get(0).causes())
        .extracting(Cause::label)
        .containsExactly("resource:index", "agent:writer");
  }

  @Test
  void withTopologyOnlyMembersTell() {
    planned(100 * MINUTE).begin();
    long desk = story.workflow("desk", 0, Shape.Kind.SEQUENCE, 10, 1);
    story.later(Duration.ofMinutes(12)).member("a", desk, "1");
    work(story, 2);
    assertThat(risks()).isEmpty();
    work(story, 25);
    assertThat(risks()).hasSize(1);
  }

  @Test
  void aLoopThatMayEndSoonTellsNothing() {
    planned(100 * MINUTE).begin();
    long review = story.workflow("review", 0, Shape.Kind.LOOP, 2, 20);
    for (int i = 0; i < 6; i++) {
      story.later(Duration.ofMinutes(10)).member("critic", review, "c" + i);
    }
    story.silence(Duration.ofMinutes(5));
    assertThat(risks()).isEmpty();
  }

  @Test
  void aNewPlanIsJudgedAnew() {
    planned(10 * MINUTE).begin();
    done(10, 5);
    work(story, 1);
    assertThat(risks()).hasSize(1);
    planned(600 * MINUTE);
    assertThat(story.resolved).hasSize(1);
    work(story, 5);
    assertThat(risks()).hasSize(1);
  }

  @Test
  void endsWithTheRun() {
    planned(10 * MINUTE).begin();
    work(story, 11);
    assertThat(risks()).hasSize(1);
    story.end();
    assertThat(story.resolved).contains(risks().get(0).id());
  }

  private List<Finding> risks() {
    return story.opened(FindingType.MILESTONE_AT_RISK);
  }

  private Finding lastSaid() {
    return story.updated.stream()
        .filter(finding -> finding.type() == FindingType.MILESTONE_AT_RISK)
        .reduce((one, next) -> next)
        .orElseThrow();
  }

  private void done(int percent, int afterMinutes) {
    progress(story, percent, afterMinutes);
  }

  private static void progress(Story story, int percent, int afterMinutes) {
    work(story, afterMinutes);
    story.send(at -> new RunProgressed(Story.RUN, null, percent, 100, null, null, at));
  }

  /** A minute's work each minute, so that nothing stalls. */
  private static void work(Story story, int minutes) {
    for (int i = 0; i < minutes; i++) {
      story.silence(Duration.ofSeconds(59));
      story.tool("writer", "look", "q" + story.now(), "a" + story.now());
    }
  }

  private Story planned(long deadline, Milestone... milestones) {
    return planned(story, deadline, milestones);
  }

  private static Story planned(Story story, long deadline, Milestone... milestones) {
    return story.send(
        at ->
            new RunPlanned(
                Story.RUN, "desk", "h", 0, false, List.of(milestones), deadline, Budget.NONE, at));
  }
}

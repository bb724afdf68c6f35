package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.detector.ApprovalSettings;
import dev.pitwall.engine.detector.DetectorSettings;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.signal.ApprovalDecided;
import dev.pitwall.engine.signal.ApprovalRequested;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.ToolStarted;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApprovalTest {

  private static final String DEPLOY = "deploy";

  @Test
  void firesForAnActionBeforeTheAnswer() {
    Story story = asked(new Story().begin(), "q1");
    starts(story, 1, null);
    Finding finding = only(story);
    assertThat(finding.type()).isEqualTo(FindingType.APPROVAL_BYPASSED);
    assertThat(finding.onset()).isEqualTo(story.now());
    assertThat(finding.cause().label()).isEqualTo("agent:operator");
    assertThat(finding.evidence()).isEqualTo("deploy acted before the answer came");
  }

  @Test
  void firesForAnActionAgainstTheDecision() {
    for (String no : new String[] {"rejected", "expired", "cancelled"}) {
      Story story = decided(asked(new Story().begin(), "q1"), "q1", no);
      starts(story, 1, null);
      assertThat(only(story).evidence()).isEqualTo("deploy acted although it was " + no);
      assertThat(only(story).cause().label()).isEqualTo("agent:operator");
    }
  }

  @Test
  void firesForAGuardedActionOfWhichNobodyWasAsked() {
    Story story = new Story().begin();
    starts(story, 1, "release");
    long onset = story.now();
    assertThat(story.opened).isEmpty();
    ends(story, 1, null);
    assertThat(only(story).onset()).isEqualTo(onset);
    assertThat(only(story).evidence()).endsWith("without anybody having been asked");
    assertThat(only(story).cause().label()).isEqualTo("agent:operator");
  }

  @Test
  void doesNotWaitForTheEndOfALongAction() {
    Story story = new Story().begin();
    starts(story, 1, "release");
    story.silence(Duration.ofSeconds(3));
    assertThat(story.opened).hasSize(1);
    ends(story, 1, null);
    assertThat(story.opened).hasSize(1);
  }

  @Test
  void theOperatorMayGuardATool() {
    Story story =
        new Story(
            new EngineSettings(
                10,
                Duration.ofDays(1),
                DetectorSettings.DEFAULTS.with(
                    new ApprovalSettings(Set.of(DEPLOY), Duration.ZERO))));
    story.begin();
    starts(story, 1, null);
    story.silence(Duration.ofSeconds(1));
    assertThat(story.opened).hasSize(1);
  }

  @Test
  void isSilentForWhatWasApprovedOrIsAutomatic() {
    for (String yes : new String[] {"approved", "automatic", "answered"}) {
      Story story = decided(asked(new Story().begin(), "q1"), "q1", yes);
      starts(story, 1, "release");
      ends(story, 1, null);
      assertThat(story.silence(Duration.ofMinutes(1)).opened).isEmpty();
    }
  }

  @Test
  void isSilentForWhatWasRevisedAndApproved() {
    Story story = decided(asked(new Story().begin(), "q1"), "q1", "rejected");
    decided(asked(story, "q2"), "q2", "approved");
    starts(story, 1, null);
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentForOtherActionsMeanwhile() {
    Story story = asked(new Story().begin(), "q1");
    story.tool("operator", "search", "x", "y");
    assertThat(story.silence(Duration.ofMinutes(1)).opened).isEmpty();
  }

  @Test
  void aToolMayAskFromWithin() {
    Story story = new Story().begin();
    starts(story, 1, "release");
    decided(asked(story, "q1"), "q1", "approved").silence(Duration.ofMinutes(5));
    ends(story, 1, null);
    assertThat(story.opened).isEmpty();
  }

  @Test
  void aToolThatAskedFromWithinAndWasRefusedMustNotAct() {
    Story story = new Story().begin();
    starts(story, 1, "release");
    decided(asked(story, "q1"), "q1", "rejected");
    ends(story, 1, null);
    assertThat(only(story).evidence()).isEqualTo("deploy acted although it was rejected");
  }

  @Test
  void aRefusedCallThatFailsHasNotActed() {
    Story story = new Story().begin();
    starts(story, 1, "release");
    ends(story, 1, "java.lang.SecurityException");
    assertThat(story.silence(Duration.ofMinutes(1)).opened).isEmpty();
  }

  @Test
  void isRecordedOnceForEachToolAndStaysUntilTheRunEnds() {
    Story story = asked(new Story().begin(), "q1");
    starts(story, 1, null);
    starts(story, 2, null);
    assertThat(story.opened).hasSize(1);
    assertThat(story.updated.get(0).evidence()).startsWith("deploy acted 2 times");
    assertThat(story.silence(Duration.ofHours(1)).resolved).isEmpty();
    assertThat(story.end().resolved).hasSize(1);
  }

  private static Story asked(Story story, String id) {
    return story.send(at -> new ApprovalRequested(Story.RUN, id, "release", DEPLOY, null, at));
  }

  private static Story decided(Story story, String id, String result) {
    return story.send(
        at -> new ApprovalDecided(Story.RUN, id, "release", DEPLOY, result, at - 1000, at));
  }

  private static void starts(Story story, long operation, @Nullable String guard) {
    story.send(
        at -> new ToolStarted(Story.RUN, operation, 0, "operator", DEPLOY, "hash", guard, at));
  }

  private static void ends(Story story, long operation, @Nullable String error) {
    long startedAt = story.now();
    story.send(
        at ->
            new ToolEnded(
                Story.RUN, operation, 0, "operator", DEPLOY, "hash", "done", error, startedAt, at));
  }

  private static Finding only(Story story) {
    assertThat(story.opened).hasSize(1);
    return story.opened.get(0);
  }
}

package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.detector.AuthorizationSettings;
import dev.pitwall.engine.detector.DetectorSettings;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.signal.Budget;
import dev.pitwall.engine.signal.RunAuthorized;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunRevoked;
import dev.pitwall.engine.signal.StopReady.Readiness;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthorizationTest {

  @Test
  void firesWhenARunThatNeedsPermissionStartsWithoutOne() {
    Story story = planned(true).begin();
    Finding finding = only(story);
    assertThat(finding.type()).isEqualTo(FindingType.UNAUTHORIZED_RUN);
    assertThat(finding.onset()).isEqualTo(story.now());
    assertThat(finding.cause().label()).isEqualTo("authorization:missing");
    assertThat(finding.evidence())
        .isEqualTo("The run needs authorization and nobody has authorized it");
  }

  @Test
  void isSilentBeforeTheStart() {
    assertThat(planned(true).opened).isEmpty();
  }

  @Test
  void isSilentWhereNoAuthorizationIsRequired() {
    assertThat(planned(false).begin().opened).isEmpty();
    assertThat(new Story().begin().opened).isEmpty();
  }

  @Test
  void isSilentWithAValidRecordEvenIfTheRunStartsLate() {
    Story story = authorized(planned(true), "plan-1", 0);
    story.silence(Duration.ofHours(2)).begin().silence(Duration.ofHours(2));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void firesWhenTheRecordExpiresWhileTheRunGoesOn() {
    Story story = planned(true);
    long expiry = story.now() + 60_000;
    authorized(story, "plan-1", expiry).begin();
    assertThat(story.silence(Duration.ofSeconds(50)).opened).isEmpty();
    story.silence(Duration.ofSeconds(30));
    assertThat(only(story).onset()).isEqualTo(expiry);
    assertThat(only(story).evidence()).contains("the permission of ada has expired");
    assertThat(only(story).cause().label()).isEqualTo("authorization:expired");
  }

  @Test
  void isSilentWhenTheRecordIsRenewedInTime() {
    Story story = planned(true);
    authorized(story, "plan-1", story.now() + 60_000).begin();
    authorized(story, "plan-1", story.now() + 600_000).silence(Duration.ofMinutes(5));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void firesForARecordOfAnotherPlan() {
    Story story = authorized(planned(true), "plan-0", 0).begin();
    assertThat(only(story).cause().label()).isEqualTo("authorization:other_plan");
  }

  @Test
  void firesWhenThePlanChangesUnderTheRecord() {
    Story story = authorized(planned(true), "plan-1", 0).begin();
    assertThat(story.opened).isEmpty();
    plan(story, "plan-2", true);
    assertThat(only(story).onset()).isEqualTo(story.now());
  }

  @Test
  void firesWhenTheRecordIsTakenBackAndClearsWithANewOne() {
    Story story = authorized(planned(true), "plan-1", 0).begin();
    story.send(at -> new RunRevoked(Story.RUN, "ada", "wrong budget", at));
    assertThat(only(story).evidence()).contains("was taken back (wrong budget)");
    assertThat(only(story).cause().label()).isEqualTo("authorization:revoked");
    assertThat(story.resolved).isEmpty();
    authorized(story, "plan-1", 0);
    assertThat(story.resolved).containsExactly(only(story).id());
  }

  @Test
  void theOperatorMayRequireItOfAWorkflow() {
    AuthorizationSettings desk = new AuthorizationSettings(Set.of("desk"), Readiness.NONE);
    assertThat(with(desk).begin().opened).hasSize(1);
    assertThat(with(new AuthorizationSettings(Set.of("*"), Readiness.NONE)).begin().opened)
        .hasSize(1);
    assertThat(with(new AuthorizationSettings(Set.of("other"), Readiness.NONE)).begin().opened)
        .isEmpty();
  }

  @Test
  void theOperatorMayRequireAnEmergencyStopThatWasTested() {
    Story story = with(new AuthorizationSettings(Set.of("desk"), Readiness.TESTED));
    story.engine.ready(Readiness.ARMED, story.now());
    authorized(story, "plan-1", 0).begin();
    assertThat(only(story).evidence()).endsWith("the emergency stop is not tested");
    story.engine.ready(Readiness.TESTED, story.now());
    assertThat(story.resolved).hasSize(1);
  }

  @Test
  void anEndedRunIsNotUnauthorizedAnyMore() {
    Story story = planned(true).begin().end();
    assertThat(story.resolved).containsExactly(only(story).id());
  }

  private static Story with(AuthorizationSettings settings) {
    return new Story(
        new EngineSettings(10, Duration.ofDays(1), DetectorSettings.DEFAULTS.with(settings)));
  }

  private static Story planned(boolean required) {
    return plan(new Story().only(FindingType.UNAUTHORIZED_RUN), "plan-1", required);
  }

  private static Story plan(Story story, String hash, boolean required) {
    return story.send(
        at -> new RunPlanned(Story.RUN, "desk", hash, 3, required, List.of(), 0, Budget.NONE, at));
  }

  private static Story authorized(Story story, String hash, long expiresAt) {
    return story.send(
        at -> new RunAuthorized(Story.RUN, "desk", hash, "ada", true, expiresAt, null, at));
  }

  private static Finding only(Story story) {
    assertThat(story.opened).hasSize(1);
    return story.opened.get(0);
  }
}

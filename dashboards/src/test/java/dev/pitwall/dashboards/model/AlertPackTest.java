package dev.pitwall.dashboards.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pitwall.conventions.Pitwall;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertPackTest {

  @Test
  void readsNumbersAsTheyAreAndDurationsInSeconds() {
    assertThat(AlertPack.limit("slo.errors.budget")).isBetween(0.0, 1.0);
    assertThat(AlertPack.limit("alerts.handoff_unanswered.age") % 1).isZero();
    assertThat(AlertPack.limit("alerts.handoff_unanswered.age")).isGreaterThan(1);
  }

  @Test
  void saysWhichLimitIsMissing() {
    assertThatThrownBy(() -> AlertPack.limit("alerts.oops.age"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alert-rules/config.yaml: alerts.oops.age");
  }

  @Test
  void knowsARunbookForEveryKindOfFinding() {
    List<String> patterns = List.copyOf(AlertPack.runbooks().keySet());
    assertThat(Pitwall.FINDING_TYPE.values())
        .allSatisfy(type -> assertThat(patterns).anyMatch(type::matches));
  }
}

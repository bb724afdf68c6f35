package dev.pitwall.agent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FindingCountersTest {

  @RegisterExtension
  static final OpenTelemetryExtension telemetry = OpenTelemetryExtension.create();

  private static FindingCounters counters() {
    return new FindingCounters(
        new Instruments(telemetry.getOpenTelemetry().getMeter("test")), "desk");
  }

  @Test
  void anApprovalThatWasBypassedCountsAmongTheDecisions() {
    counters().opened(found(FindingType.APPROVAL_BYPASSED, "buyReport"));

    assertThat(decisions()).containsExactly("desk buyReport bypassed");
  }

  @Test
  void noOtherFindingIsADecision() {
    counters().opened(found(FindingType.LOOP, "writer"));

    assertThat(decisions()).isEmpty();
  }

  private static List<String> decisions() {
    return telemetry.getMetrics().stream()
        .filter(metric -> metric.getName().equals("pitwall.approvals.decided"))
        .flatMap(metric -> metric.getLongSumData().getPoints().stream())
        .map(
            point ->
                List.of("gen_ai.workflow.name", "pitwall.approval.kind", "pitwall.approval.result")
                    .stream()
                    .map(label -> point.getAttributes().get(AttributeKey.stringKey(label)))
                    .toList())
        .map(labels -> String.join(" ", labels))
        .toList();
  }

  private static Finding found(FindingType type, String subject) {
    return new Finding(
        "f1",
        type,
        Severity.CRITICAL,
        "r1",
        "desk",
        null,
        subject,
        List.of(new Cause("tool", subject, 0.9)),
        "seen",
        "do",
        1_000,
        2_000);
  }
}

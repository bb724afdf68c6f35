package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Metrics;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;

/** What was found. */
final class FindingCounters {

  // Nobody decides it, so no signal has it.
  private static final String BYPASSED = "bypassed";

  private final Instruments instruments;
  private final String workflow;

  FindingCounters(Instruments instruments, String workflow) {
    this.instruments = instruments;
    this.workflow = workflow;
  }

  void opened(Finding finding) {
    String type = finding.type().value();
    instruments.add(Metrics.FINDINGS_OPENED, 1, type, workflow);
    instruments.record(
        Metrics.FINDING_DETECTION, Seconds.between(finding.onset(), finding.openedAt()), type);
    if (finding.type() == FindingType.APPROVAL_BYPASSED) {
      instruments.add(Metrics.APPROVALS_DECIDED, 1, workflow, finding.subject(), BYPASSED);
    }
  }

  void resolved(Finding finding, long at) {
    instruments.record(
        Metrics.FINDING_RESOLUTION,
        Seconds.between(finding.openedAt(), at),
        finding.type().value());
  }
}

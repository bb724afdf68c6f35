package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Metrics;
import dev.pitwall.engine.finding.Finding;

/** What was found. */
final class FindingCounters {

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
  }

  void resolved(Finding finding, long at) {
    instruments.record(
        Metrics.FINDING_RESOLUTION,
        Seconds.between(finding.openedAt(), at),
        finding.type().value());
  }
}

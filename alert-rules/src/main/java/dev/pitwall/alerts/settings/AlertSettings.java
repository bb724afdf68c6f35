package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.pitwall.conventions.Metrics;
import java.util.List;

/** What each alert may be told, one component an alert, in the order of config.yaml. */
public record AlertSettings(
    FindingAlert agentLoop,
    FindingAlert deadlock,
    FindingAlert runStalled,
    FindingAlert workHeldUp,
    FindingAlert workMisassigned,
    FindingAlert retryStorm,
    FindingAlert qualityRegression,
    FindingAlert runawayCost,
    FindingAlert rateLimited,
    FindingAlert contextOverflow,
    FindingAlert milestoneAtRisk,
    FindingAlert runOverdue,
    FindingAlert handoffLost,
    FindingAlert approvalBypassed,
    FindingAlert unauthorizedRun,
    FindingAlert activityAfterStop,
    RunLost runLost,
    HandoffFailing handoffFailing,
    HandoffSlow handoffSlow,
    Waiting handoffUnanswered,
    Waiting approvalWaiting,
    Rare approvalExpired,
    GateFailuresHigh gateFailuresHigh,
    TokenBurnHigh tokenBurnHigh,
    EmergencyStopEngaged emergencyStopEngaged,
    TelemetryAbsent telemetryAbsent,
    Lossy signalsDropped,
    Rare labelsOverflowed,
    Lossy collectorExportFailing) {

  /**
   * An alert on findings.
   *
   * @param severities the severities of a finding that raise it
   * @param severity how urgent it is
   * @param waits how long the finding must last
   * @param keepFiringFor how long the alert outlives the finding
   */
  public record FindingAlert(
      List<FindingSeverity> severities,
      FindingAlertSeverity severity,
      @JsonProperty("for") PromDuration waits,
      PromDuration keepFiringFor) {

    public FindingAlert {
      severities = List.copyOf(severities);
      if (severities.isEmpty()) {
        throw new IllegalArgumentException("severities must hold at least one of them");
      }
    }
  }

  /**
   * PitwallRunLost.
   *
   * @param waits how long its JVM must be silent
   * @param remembered for how long it is told
   */
  public record RunLost(
      AlertSeverity severity, @JsonProperty("for") PromDuration waits, PromDuration remembered) {}

  /**
   * PitwallHandoffFailing.
   *
   * @param share which share of the offers must have failed or been lost
   * @param minHandoffs below how many offers a share says nothing
   * @param window within which they are counted
   */
  public record HandoffFailing(
      AlertSeverity severity,
      Share share,
      Count minHandoffs,
      PromDuration window,
      @JsonProperty("for") PromDuration waits) {}

  /**
   * PitwallHandoffSlow.
   *
   * @param bound what takes longer is slow, seconds
   * @param share which share must have been slow
   * @param minHandoffs below how many handoffs a share says nothing
   * @param window within which they are counted
   */
  public record HandoffSlow(
      AlertSeverity severity,
      Bound bound,
      Share share,
      Count minHandoffs,
      PromDuration window,
      @JsonProperty("for") PromDuration waits) {

    public HandoffSlow {
      bound.check(Metrics.HANDOFF_ACCEPT_DURATION);
    }
  }

  /**
   * Somebody lets others wait.
   *
   * @param age how long the oldest must have waited
   */
  public record Waiting(AlertSeverity severity, PromDuration age) {}

  /**
   * What should never happen has happened.
   *
   * @param atLeast how often
   * @param window within which it is counted, and for how long it is told
   */
  public record Rare(AlertSeverity severity, Count atLeast, PromDuration window) {}

  /**
   * PitwallGateFailuresHigh.
   *
   * @param share which share of the verdicts must be against
   * @param minChecks below how many verdicts a share says nothing
   * @param window within which they are counted
   */
  public record GateFailuresHigh(
      AlertSeverity severity,
      Share share,
      Count minChecks,
      PromDuration window,
      @JsonProperty("for") PromDuration waits) {}

  /**
   * PitwallTokenBurnHigh.
   *
   * @param factor how many times the usual rate
   * @param minTokens below how many tokens within the window nothing is said
   * @param window over which the rate is taken
   * @param baseline over which the usual rate is taken, before the window
   */
  public record TokenBurnHigh(
      AlertSeverity severity,
      Factor factor,
      Count minTokens,
      PromDuration window,
      PromDuration baseline,
      @JsonProperty("for") PromDuration waits) {}

  /** PitwallEmergencyStopEngaged. */
  public record EmergencyStopEngaged(AlertSeverity severity) {}

  /**
   * PitwallTelemetryAbsent.
   *
   * @param waits how long a service must be silent
   * @param remembered for how long a service is expected to go on reporting
   */
  public record TelemetryAbsent(
      AlertSeverity severity, @JsonProperty("for") PromDuration waits, PromDuration remembered) {}

  /**
   * Telemetry is lost on its way.
   *
   * @param share which share must be lost
   * @param window within which it is counted
   */
  public record Lossy(
      AlertSeverity severity,
      Share share,
      PromDuration window,
      @JsonProperty("for") PromDuration waits) {}
}

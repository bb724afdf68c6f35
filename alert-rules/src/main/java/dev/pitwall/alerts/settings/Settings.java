package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** All settings of the alert pack, as {@code config.yaml} documents them. */
public record Settings(
    Links links,
    Series series,
    Alerts alerts,
    PrometheusSettings prometheus,
    AlertmanagerSettings alertmanager) {

  /**
   * Where an alert leads.
   *
   * @param dashboards base address of Grafana
   * @param runbooks base address of the published runbooks
   * @param traces address of a run's traces, or no link
   */
  public record Links(Address dashboards, Address runbooks, TracesAddress traces) {}

  /**
   * Which series the rules look at.
   *
   * @param matchers added to every series
   */
  public record Series(Matchers matchers) {}

  /** What each alert may be told, one record an alert. */
  public record Alerts(AgentLoop agentLoop, TelemetryAbsent telemetryAbsent) {}

  /**
   * PitwallAgentLoop.
   *
   * @param severities the severities of a finding that raise it
   * @param waits how long the finding must last
   * @param keepFiringFor how long the alert outlives the finding
   */
  public record AgentLoop(
      List<FindingSeverity> severities,
      @JsonProperty("for") PromDuration waits,
      PromDuration keepFiringFor) {

    public AgentLoop {
      severities = List.copyOf(severities);
      if (severities.isEmpty()) {
        throw new IllegalArgumentException("severities must hold at least one of them");
      }
    }
  }

  /**
   * PitwallTelemetryAbsent.
   *
   * @param severity how urgent it is
   * @param waits how long a service must be silent
   * @param remembered for how long a service is expected to go on reporting
   */
  public record TelemetryAbsent(
      AlertSeverity severity, @JsonProperty("for") PromDuration waits, PromDuration remembered) {}
}

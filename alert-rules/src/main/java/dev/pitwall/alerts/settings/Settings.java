package dev.pitwall.alerts.settings;

/** All settings of the alert pack, as {@code config.yaml} documents them. */
public record Settings(
    Links links,
    Series series,
    ObjectiveSettings slo,
    AlertSettings alerts,
    PrometheusSettings prometheus,
    AlertmanagerSettings alertmanager,
    KubernetesSettings kubernetes) {

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
}

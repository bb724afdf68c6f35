package dev.pitwall.alerts;

import dev.pitwall.alerts.settings.AlertmanagerSettings.Receiver;
import dev.pitwall.alerts.settings.AlertmanagerSettings.Receivers;
import dev.pitwall.alerts.settings.KubernetesSettings;
import dev.pitwall.alerts.settings.ObjectiveSettings;
import dev.pitwall.alerts.settings.Settings;
import dev.pitwall.alerts.settings.SettingsFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What templates need besides the settings as written. */
final class Derived {

  // "tool:archive_search" is read as "tool archive_search".
  private static final String CAUSE =
      "{{ with $labels.pitwall_finding_cause }}Likely cause: {{ . | reReplaceAll \"^([a-z]+):\" \"$1 \" }}. {{ end }}";
  private static final String WHERE =
      "{{ with $labels.pitwall_run_id }}Run {{ . }} in service {{ $labels.job }}."
          + "{{ else }}Found {{ if eq $value 1.0 }}once{{ else }}{{ $value | humanize }} times{{ end }} in service {{ $labels.job }}, which names only its 20 worst findings.{{ end }}";

  private Derived() {}

  static Map<String, Object> from(Settings settings) {
    String matchers = settings.series().matchers().text();
    Map<String, Object> values = new HashMap<>();
    values.put("only", matchers.isEmpty() ? "" : "{" + matchers + "}");
    values.put("and", matchers.isEmpty() ? "" : ", " + matchers);
    values.put("born", new BornCounters());
    values.put("cause", CAUSE);
    values.put("where", WHERE);
    values.put("found", FindingAlerts.of(settings.alerts()));
    values.put("limit", limits(settings));
    values.put("objective", Map.of("windows", windows(settings.slo())));
    values.put("traces_url", traces(settings.links().traces().text()));
    values.put("dashboard", DashboardLinks.below(settings.links().dashboards().text()));
    values.put("collector", List.of(exported("sent"), exported("send_failed")));
    values.put("operator_labels", labels(settings.kubernetes()));
    values.put("receivers", receivers(settings.alertmanager().receivers()));
    return values;
  }

  // A finding that is not named has no run; then there is no link.
  private static String traces(String address) {
    return address.isEmpty()
        ? ""
        : "{{ with $labels.pitwall_run_id }}"
            + address.replace("{run}", "{{ . | urlquery }}")
            + "{{ end }}";
  }

  /** Settings as expressions need them. */
  private static Map<String, String> limits(Settings settings) {
    return Map.of(
        "slow_workflow_le", settings.slo().latency().bound().le(),
        "slow_handoff_le", settings.alerts().handoffSlow().bound().le(),
        "handoff_unanswered", settings.alerts().handoffUnanswered().age().seconds(),
        "approval_waiting", settings.alerts().approvalWaiting().age().seconds(),
        "token_burn_window", settings.alerts().tokenBurnHigh().window().seconds());
  }

  private static List<Map<String, Object>> windows(ObjectiveSettings slo) {
    return slo.windows().stream()
        .map(
            window ->
                Map.<String, Object>of(
                    "window",
                    window.text(),
                    "hours",
                    ObjectiveSettings.isSumOfHours(window) ? ObjectiveSettings.HOUR.text() : ""))
        .toList();
  }

  private static List<Map<String, Object>> labels(KubernetesSettings kubernetes) {
    return kubernetes.labels().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            label ->
                Map.<String, Object>of("name", label.getKey(), "value", label.getValue().text()))
        .toList();
  }

  private static Map<String, Object> exported(String done) {
    return Map.of("done", done, "data", List.of("spans", "log_records", "metric_points"));
  }

  private static List<Map<String, Object>> receivers(Receivers receivers) {
    return List.of(
        named("team", receivers.team()),
        named("oncall", receivers.oncall()),
        named("watchdog", receivers.watchdog()));
  }

  private static Map<String, Object> named(String name, Receiver receiver) {
    Map<String, Object> values = SettingsFiles.asMap(receiver);
    values.put("name", name);
    return values;
  }
}

package dev.pitwall.alerts.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFilesTest {

  @TempDir Path folder;

  @Test
  void anEmptyFileLeavesTheDefaults() throws Exception {
    assertThat(read("# nothing\n")).isEqualTo(SettingsFiles.defaults());
  }

  @Test
  void aFileChangesWhatItNamesAndNothingElse() throws Exception {
    Settings settings = read("alerts:\n  agent_loop:\n    for: 1m30s\n");

    assertThat(settings.alerts().agentLoop().waits()).isEqualTo(new PromDuration("1m30s"));
    assertThat(settings.alerts().agentLoop().keepFiringFor()).isEqualTo(new PromDuration("2m"));
    assertThat(settings.links()).isEqualTo(SettingsFiles.defaults().links());
  }

  @Test
  void listsAreReplacedAsAWhole() throws Exception {
    Settings settings = read("alerts: {agent_loop: {severities: [critical]}}");

    assertThat(settings.alerts().agentLoop().severities())
        .containsExactly(FindingSeverity.CRITICAL);
  }

  @Test
  void singleValuesGoOnTopOfTheFile() throws Exception {
    Path file = write("alertmanager: {group_wait: 10s, group_interval: 20s}");

    Settings settings =
        SettingsFiles.read(
            file, List.of("alertmanager.group_wait=1s", "prometheus.collectors=['h:1', 'h:2']"));

    assertThat(settings.alertmanager().groupWait()).isEqualTo(new PromDuration("1s"));
    assertThat(settings.alertmanager().groupInterval()).isEqualTo(new PromDuration("20s"));
    assertThat(settings.prometheus().collectors())
        .containsExactly(new HostPort("h:1"), new HostPort("h:2"));
  }

  /** What joins a group and is over before the group's next turn would never be told. */
  @Test
  void byDefaultNoAlertOnAFindingIsOverBeforeItIsTold() throws Exception {
    Settings settings = SettingsFiles.read(write("{}"), List.of());

    assertThat(SettingsFiles.asMap(settings.alerts()).values())
        .filteredOn(alert -> alert instanceof Map<?, ?> values && values.containsKey("severities"))
        .hasSize(16)
        .allSatisfy(
            alert ->
                assertThat(
                        new PromDuration(
                            String.valueOf(((Map<?, ?>) alert).get("keep_firing_for"))))
                    .isGreaterThan(settings.alertmanager().groupInterval()));
  }

  @Test
  void anUnknownKeyIsNamedWithItsPlaceAndItsNearestNeighbour() throws Exception {
    Path file = write("links:\n  runbooks: http://h/r\nalerts:\n  agent_lop:\n    for: 1m\n");

    assertThatThrownBy(() -> SettingsFiles.read(file, List.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            file
                + ":4: alerts.agent_lop: unknown key; allowed here: activity_after_stop, agent_loop,"
                + " approval_bypassed, approval_expired, approval_waiting, collector_export_failing,"
                + " context_overflow, deadlock, emergency_stop_engaged, gate_failures_high,"
                + " handoff_failing, handoff_lost, handoff_slow, handoff_unanswered,"
                + " labels_overflowed, milestone_at_risk, quality_regression, rate_limited,"
                + " retry_storm, run_lost, run_overdue, run_stalled, runaway_cost, signals_dropped,"
                + " telemetry_absent, token_burn_high, unauthorized_run, work_held_up,"
                + " work_misassigned. Did you mean agent_loop?");
  }

  @Test
  void aKeyThatResemblesNothingGetsNoSuggestion() throws Exception {
    assertThatThrownBy(() -> read("colour: green"))
        .hasMessageEndingWith(
            "allowed here: alertmanager, alerts, kubernetes, links, prometheus, series, slo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          alerts: {agent_loop: {for: soon}}                      | 2: alerts.agent_loop.for: "soon" is not a duration; allowed: 90s, 5m, 1h30m, 1d
          alerts: {agent_loop: {severities: [high]}}             | 2: alerts.agent_loop.severities.0: "high" is not a severity; allowed: info, warning, critical
          alerts: {agent_loop: {severities: []}}                 | 2: alerts.agent_loop: severities must hold at least one of them
          alerts: {telemetry_absent: {severity: info}}           | 2: alerts.telemetry_absent.severity: "info" is not a severity; allowed: warning, critical
          alerts: {agent_loop: {severity: page}}                 | 2: alerts.agent_loop.severity: "page" is not a severity; allowed: finding, warning, critical
          alerts: {handoff_failing: {share: 20}}                 | 2: alerts.handoff_failing.share: 20 is not a share; allowed: more than 0 and less than 1, for example 0.05
          alerts: {handoff_failing: {share: half}}               | 2: alerts.handoff_failing.share: allowed is a number
          alerts: {handoff_failing: {min_handoffs: 0.5}}         | 2: alerts.handoff_failing.min_handoffs: 0.5 is not a number of things; allowed: 1, 2, 3 and so on
          alerts: {token_burn_high: {factor: 0.5}}               | 2: alerts.token_burn_high.factor: 0.5 is not a factor; allowed: 1 or more
          slo: {latency: {bound: 240}}                           | 2: slo.latency: bound 240 is between two buckets; allowed: [1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200]
          slo: {workflows: '('}                                  | 2: slo.workflows: "(" is not a pattern of names; allowed: a regular expression without quotes, backslashes, angle brackets and percent signs, for example .+ or desk.*
          slo: {errors: {budget: 0.1}}                           | 2: slo: burn 1h can never be reached: 14.4 times errors.budget 0.1 is 1.44 of all runs; allowed: less than 1
          slo: {burn: [{long: 1h}]}                              | 2: slo.burn.0: the key severity is missing
          slo: {burn: [{severity: warning, long: 25h30m, short: 1h, factor: 1, for: 1h}]} | 2: slo.burn.0: long 25h30m is summed up from hours; allowed: whole hours, or less than a day
          kubernetes: {name: Pit_Wall}                           | 2: kubernetes.name: "Pit_Wall" is not a name in Kubernetes; allowed: a-z, 0-9 and -, at most 63
          kubernetes: {name: ''}                                 | 2: kubernetes: name must not be empty
          kubernetes: {labels: {'a b': c}}                       | 2: kubernetes: "a b" is not the name of a label; allowed: release, example.com/team
          links: {dashboards: 'grafana.example.com'}             | 2: links.dashboards: "grafana.example.com" is not an address; allowed: http:// or https://, host, path, no slash at the end
          links: {dashboards: 'https://g.example.com/'}          | 2: links.dashboards: "https://g.example.com/" is not an address; allowed: http:// or https://, host, path, no slash at the end
          links: {traces: 'http://z/'}                           | 2: links.traces: "http://z/" is not an address of traces; allowed: empty, or http(s)://… with {run} once
          series: {matchers: 'env=prod'}                         | 2: series.matchers: "env=prod" is not a list of label matchers; allowed: name="value", with =, !=, =~ or !~, separated by commas
          prometheus: {collectors: [localhost]}                  | 2: prometheus.collectors.0: "localhost" is not a target; allowed: host:port
          prometheus: {collectors: 'h:1'}                        | 2: prometheus.collectors: allowed is a list, as in [one, two]
          prometheus: {scrape: [{job: x}]}                       | 2: prometheus.scrape.0: the key targets is missing
          prometheus: 5                                          | 2: prometheus: allowed is a mapping of keys to values
          alertmanager: {group_wait: 5}                          | 2: alertmanager.group_wait: allowed is a text, in quotes where it is a number
          alertmanager: {group_wait: ~}                          | 2: alertmanager.group_wait: no value given
          alertmanager: {group_wait: }                           | 2: alertmanager.group_wait: "" is not a duration; allowed: 90s, 5m, 1h30m, 1d
          links:                                                 | 2: links: allowed is a mapping of keys to values
          alertmanager: {receivers: {team: {webhooks: [{}]}}}    | 2: alertmanager.receivers.team.webhooks.0: the key url is missing
          """)
  void aBadValueIsNamedWithItsPlaceAndWhatIsAllowed(String yaml, String message) throws Exception {
    Path file = write("# settings\n" + yaml);

    assertThatThrownBy(() -> SettingsFiles.read(file, List.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(file + ":" + message);
  }

  @Test
  void brokenYamlIsNamedWithItsLine() throws Exception {
    assertThatThrownBy(() -> read("links:\n  a: [1\n"))
        .hasMessageContaining("settings.yaml:")
        .hasMessageContaining("not valid YAML");
    assertThatThrownBy(() -> read("links: {}\nlinks: {}\n")).hasMessageContaining("Duplicate");
    assertThatThrownBy(() -> read("- a\n")).hasMessageContaining("not a mapping");
  }

  @Test
  void overridesAreCheckedLikeFiles() throws Exception {
    Path file = write("");

    assertThatThrownBy(() -> SettingsFiles.read(file, List.of("alertmanager.group_wate=1s")))
        .hasMessageContaining("--set")
        .hasMessageContaining("Did you mean group_wait?");
    assertThatThrownBy(() -> SettingsFiles.read(file, List.of("group_wait")))
        .hasMessageContaining("key.of.setting=value");
  }

  @Test
  void aMissingFileIsSaidToBeMissing() {
    Path file = folder.resolve("none.yaml");

    assertThatThrownBy(() -> SettingsFiles.read(file, List.of()))
        .hasMessage(file + ": there is no such file");
  }

  private Settings read(String yaml) throws Exception {
    return SettingsFiles.read(write(yaml), List.of());
  }

  private Path write(String yaml) throws Exception {
    return Files.writeString(folder.resolve("settings.yaml"), yaml);
  }
}

package dev.pitwall.build;

import dev.pitwall.agent.settings.PitwallTable;
import dev.pitwall.agent.settings.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes {@code docs/configuration.md} from the table of settings. */
final class ConfigurationPage {

  private ConfigurationPage() {}

  static String render() {
    return """
        # Configuration

        Generated from `otel-extension/agent`, package `settings`; do not edit. Regenerate with
        `mvn -q process-classes -Pwrite-docs -pl otel-extension/build-tools -am`, a test fails while this page is out of date.

        Pitwall needs no setting. Each of these may be given, the strongest first, as

        1. a system property: `-Dpitwall.live-runs.max=20`
        2. an environment variable, in capitals with `_` for `.` and `-`: `PITWALL_LIVE_RUNS_MAX=20`
        3. a line of the agent's properties file (`otel.javaagent.configuration-file`): `pitwall.live-runs.max=20`,
           or an entry of its declarative configuration (`otel.config.file`), with `_` for `-`:

           ```yaml
           instrumentation/development:
             java:
               pitwall:
                 live_runs:
                   max: 20
           ```

        They are read once, when the JVM starts. Durations are a number with `ms`, `s`, `m`, `h` or `d`, or of milliseconds.
        A value that is not allowed, or a key that is not on this page, is named in one line of warning, with what is
        allowed, the default that is used instead, and the nearest key that there is; everything else goes on.

        Every `pitwall.detector.…` can be given for one workflow, whose name stands in the key (`-`, `_` and `.` are the same there, and
        so are capitals): `pitwall.workflow.publishing-desk.detector.stall.busy=20m`. What a workflow does not have of its own is as
        for all. The [replay](../otel-extension/replay) proposes such settings from past runs.

        %s
        """
        .formatted(
            groups().entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue()))
                .collect(Collectors.joining("\n\n")));
  }

  private static String group(String title, List<Setting> settings) {
    return "## %s\n\n| setting | default | allowed | unit | meaning |\n|---|---|---|---|---|\n%s"
        .formatted(
            title,
            settings.stream().map(ConfigurationPage::setting).collect(Collectors.joining("\n")));
  }

  private static String setting(Setting setting) {
    return "| `%s` | %s | %s | %s | %s |"
        .formatted(
            setting.key(),
            setting.byDefault(),
            setting.allowed(),
            setting.unit(),
            setting.description());
  }

  private static Map<String, List<Setting>> groups() {
    return PitwallTable.all().stream()
        .collect(Collectors.groupingBy(Setting::group, LinkedHashMap::new, Collectors.toList()));
  }
}

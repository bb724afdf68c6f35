package dev.pitwall.agent.settings;

import dev.pitwall.agent.settings.PitwallSettings.Semconv;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Every setting there is, group by group. */
public final class PitwallTable {

  private static final int EXPORTS_SEEN = 2;

  /** A Prometheus that restarts or is late misses several scrapes of a few seconds each. */
  private static final Duration LEAST_SHOWN = Duration.ofSeconds(30);

  private PitwallTable() {}

  /** All settings, for the reference. */
  public static List<Setting> all() {
    SettingsTable table = new SettingsTable(List.of(), complaint -> {});
    read(table);
    return table.declared();
  }

  static PitwallSettings read(SettingsTable table) {
    table.group("Live runs");
    int liveRuns =
        table.count(
            "pitwall.live-runs.max",
            0,
            0,
            1000,
            "{run}",
            "Open runs that have a series of their own.");
    table.group("Privacy");
    String hashKey =
        table.secret(
            "pitwall.hash.key",
            "a new one for each process",
            "Key of the hashes that stand for content; set it to compare across processes.");
    table.group("Names");
    Semconv semconv =
        table.choice(
            "pitwall.semconv",
            Semconv.LEGACY,
            "Metrics of model calls: legacy as the agent itself still emits them, or latest, the gen_ai.client.inference metrics.");
    table.group("Cost");
    String pricesFile =
        table.text(
            "pitwall.prices.file",
            "none",
            "A file of prices and context windows that goes before what Pitwall comes with; "
                + "its form is that of [prices.csv](../otel-extension/agent/src/main/resources/dev/pitwall/agent/pricing/prices.csv).");
    table.group("Methods");
    String methodsFile =
        table.text(
            "pitwall.methods.file",
            "no file",
            "YAML file that maps methods of the application's own classes to workflows, agents, tasks, handoffs, gates, approvals and milestones; see [api.md](api.md).");
    PitwallSettings settings =
        new PitwallSettings(
            EngineTable.read(table),
            liveRuns,
            findingHold(table),
            hashKey,
            semconv,
            durableLog(table),
            pricesFile,
            methodsFile,
            control(table));
    table.reportUnknown();
    return settings;
  }

  private static ControlSettings control(SettingsTable table) {
    table.group("Control");
    String stop =
        table.text(
            "pitwall.emergency-stop.file",
            "no file",
            "File of the emergency stop, read every second. Lines: tested [by USER], stop all|WORKFLOW [by USER] [because REASON].");
    String permissions =
        table.text(
            "pitwall.authorization.file",
            "no file",
            "File of permissions, read every second, one a line: workflow=NAME [plan=HASH] [user=USER] [expires=TIME] [reviewed=true] [scope=TEXT].");
    String header =
        table.text(
            "pitwall.authorization.header",
            "no header",
            "Header of requests that carries a permission, written as a line of that file, for runs that start in them; only where nobody but your gateway can set it. Read by way of the agent's properties: not from a declarative file.");
    return new ControlSettings(
        stop == null ? null : Path.of(stop),
        permissions == null ? null : Path.of(permissions),
        header,
        table.choice(
            "pitwall.users",
            UserNames.GIVEN,
            "How people are named in telemetry: as given, by a pseudonym (a keyed hash), or not at all."));
  }

  private static DurableLogSettings durableLog(SettingsTable table) {
    table.group("Workflow log");
    String file =
        table.text(
            "pitwall.workflow-log.file",
            "no file",
            "File to which plans, permissions, approvals and emergency stops are appended as lines of JSON, forced to the disk.");
    int mebibytes =
        table.count(
            "pitwall.workflow-log.max-size",
            10,
            1,
            1024,
            "MiBy",
            "Size at which a new file is begun.");
    int files =
        table.count(
            "pitwall.workflow-log.max-files", 5, 1, 100, "{file}", "Full files that are kept.");
    return new DurableLogSettings(
        file == null ? null : Path.of(file), (long) mebibytes << 20, files);
  }

  private static Duration findingHold(SettingsTable table) {
    table.group("The agent's own");
    table.readByTheAgent(
        "otel.instrumentation.pitwall.enabled",
        true,
        "With false every class of the application stays untouched; in a declarative file "
            + "`distribution: javaagent: instrumentation: disabled: [pitwall]`.");
    table.readByTheAgent(
        "otel.instrumentation.MODULE.enabled",
        true,
        "The same for one module, for example `pitwall-langchain4j-agentic` or all of "
            + "`pitwall-langchain4j`; in a declarative file with `_` for `-`.");
    Duration exports =
        table
            .duration(
                "otel.metric.export.interval",
                Duration.ofMinutes(1),
                Duration.ofMillis(1),
                Duration.ofDays(1),
                "How often metrics are exported; a finding is shown for two exports and half a minute at least. In a declarative file the reader's `interval`.")
            .multipliedBy(EXPORTS_SEEN);
    return exports.compareTo(LEAST_SHOWN) < 0 ? LEAST_SHOWN : exports;
  }
}

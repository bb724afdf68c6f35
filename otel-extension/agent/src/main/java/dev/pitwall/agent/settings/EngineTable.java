package dev.pitwall.agent.settings;

import dev.pitwall.engine.EngineSettings;
import java.time.Duration;

/** The engine's bounds. */
final class EngineTable {

  private EngineTable() {}

  static EngineSettings read(SettingsTable table) {
    EngineSettings byDefault = EngineSettings.DEFAULT;
    table.group("Engine");
    return new EngineSettings(
        table.count(
            "pitwall.runs.max",
            byDefault.maxRuns(),
            1,
            100_000,
            "{run}",
            "Open runs that are followed at once; beyond that the one that was silent longest is given up."),
        table.duration(
            "pitwall.runs.ttl",
            byDefault.runTtl(),
            Duration.ofMinutes(1),
            Duration.ofDays(30),
            "How long a run may be silent before it is given up."),
        DetectorTable.read(table),
        table.ofWorkflows(DetectorTable::read));
  }
}

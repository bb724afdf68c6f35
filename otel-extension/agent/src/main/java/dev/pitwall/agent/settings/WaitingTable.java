package dev.pitwall.agent.settings;

import dev.pitwall.engine.detector.DetectorSettings;
import dev.pitwall.engine.detector.StallSettings;
import java.time.Duration;

/** Thresholds of the detectors that are about waiting. */
final class WaitingTable {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration DAY = Duration.ofDays(1);

  private WaitingTable() {}

  static DetectorSettings read(SettingsTable table, DetectorSettings settings) {
    return settings.with(stall(table));
  }

  private static StallSettings stall(SettingsTable table) {
    StallSettings byDefault = StallSettings.DEFAULT;
    table.group("Detector: stall");
    return new StallSettings(
        table.duration(
            "pitwall.detector.stall.silence",
            byDefault.silence(),
            SECOND,
            DAY,
            "How long nothing may be heard of a run in which nothing is under way; a model may always take so long."),
        table.duration(
            "pitwall.detector.stall.call",
            byDefault.call(),
            SECOND,
            DAY,
            "How long a call, an agent or a task may take whose usual duration is not known, and a run to get going."),
        table.duration(
            "pitwall.detector.stall.busy",
            byDefault.busy(),
            SECOND,
            DAY,
            "How long a run may be busy without leaving anything new behind."),
        table.duration(
            "pitwall.detector.stall.floor",
            byDefault.floor(),
            SECOND,
            DAY,
            "Below which no known usual duration brings the patience with a tool, an agent or a silent run."),
        table.number(
            "pitwall.detector.stall.factor",
            byDefault.factor(),
            1,
            100,
            "1",
            "How many times its usual duration (95 % of its calls) something may take."));
  }
}

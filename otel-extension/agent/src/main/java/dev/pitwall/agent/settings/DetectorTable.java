package dev.pitwall.agent.settings;

import dev.pitwall.engine.detector.DetectorSettings;
import dev.pitwall.engine.detector.LoopSettings;

/** The detectors' thresholds, a method for each detector. */
final class DetectorTable {

  private DetectorTable() {}

  static DetectorSettings read(SettingsTable table) {
    return DetectorSettings.DEFAULTS.with(loop(table));
  }

  private static LoopSettings loop(SettingsTable table) {
    LoopSettings byDefault = LoopSettings.DEFAULT;
    table.group("Detector: loop");
    return new LoopSettings(
        table.count(
            "pitwall.detector.loop.min-steps",
            byDefault.minSteps(),
            1,
            1000,
            "{step}",
            "Steps in a row that must repeat what came before."),
        table.count(
            "pitwall.detector.loop.min-cycles",
            byDefault.minCycles(),
            1,
            100,
            "{cycle}",
            "Whole cycles that must repeat, for cycles of several steps."));
  }
}

package dev.pitwall.agent.settings;

import dev.pitwall.engine.detector.BottleneckSettings;
import dev.pitwall.engine.detector.ContentionSettings;
import dev.pitwall.engine.detector.DeadlockSettings;
import dev.pitwall.engine.detector.DetectorSettings;
import dev.pitwall.engine.detector.HandoffLostSettings;
import dev.pitwall.engine.detector.OrphanedTaskSettings;
import dev.pitwall.engine.detector.StallSettings;
import dev.pitwall.engine.detector.StragglerSettings;

/** Thresholds of the detectors that are about waiting. */
final class WaitingTable {

  private WaitingTable() {}

  static DetectorSettings read(SettingsTable table, DetectorSettings settings) {
    return settings
        .with(deadlock(table))
        .with(handoffLost(table))
        .with(contention(table))
        .with(straggler(table))
        .with(bottleneck(table))
        .with(orphanedTask(table))
        .with(stall(table));
  }

  private static DeadlockSettings deadlock(SettingsTable table) {
    DeadlockSettings byDefault = DeadlockSettings.DEFAULT;
    DetectorSection section = new DetectorSection(table, "deadlock");
    return new DeadlockSettings(
        section.duration(
            "persistence",
            byDefault.persistence(),
            "How long parties must wait for one another in a circle."));
  }

  private static HandoffLostSettings handoffLost(SettingsTable table) {
    HandoffLostSettings byDefault = HandoffLostSettings.DEFAULT;
    DetectorSection section = new DetectorSection(table, "handoff_lost");
    return new HandoffLostSettings(
        section.duration(
            "acceptance",
            byDefault.acceptance(),
            "How long an offer may wait on an edge whose usual latency is not known."),
        section.duration(
            "work",
            byDefault.work(),
            "How long nothing may be heard of accepted work where its usual duration is not known."),
        section.duration(
            "floor", byDefault.floor(), "Below which no known latency brings the patience."),
        section.number(
            "factor",
            byDefault.factor(),
            1,
            100,
            "How many times its usual latency (99 % of its handoffs) an edge may take."),
        section.duration(
            "reroute",
            byDefault.reroute(),
            "How long the source may take to offer elsewhere what had no receiver."));
  }

  private static ContentionSettings contention(SettingsTable table) {
    ContentionSettings byDefault = ContentionSettings.DEFAULT;
    DetectorSection section = new DetectorSection(table, "contention");
    return new ContentionSettings(
        section.count(
            "waits",
            byDefault.waits(),
            1,
            1000,
            "{wait}",
            "Waits for one resource within the window."),
        section.duration("shortest", byDefault.shortest(), "What is shorter is no wait."),
        section.duration("longest", byDefault.longest(), "How long a single wait may last."),
        section.count(
            "overwritten",
            byDefault.overwritten(),
            1,
            1000,
            "{value}",
            "Values overwritten within the window without a read to go by; a write that rests on an outdated read counts at once."),
        section.duration("window", byDefault.window(), "Within which conflicts add up."),
        section.duration(
            "quiet", byDefault.quiet(), "How long there may be no conflict for it to be over."));
  }

  private static StragglerSettings straggler(SettingsTable table) {
    StragglerSettings byDefault = StragglerSettings.DEFAULT;
    DetectorSection section = new DetectorSection(table, "straggler");
    return new StragglerSettings(
        section.count(
            "siblings",
            byDefault.siblings(),
            2,
            1000,
            "{sibling}",
            "Siblings of the same kind that must have ended."),
        section.number(
            "ratio",
            byDefault.ratio(),
            1,
            100,
            "How many times their median duration it must take."),
        section.number(
            "ended", byDefault.ended(), 0, 1, "Share of all siblings that must have ended."),
        section.duration(
            "floor",
            byDefault.floor(),
            "How much longer than their median it must take at least."));
  }

  private static BottleneckSettings bottleneck(SettingsTable table) {
    BottleneckSettings byDefault = BottleneckSettings.DEFAULT;
    DetectorSection section = new DetectorSection(table, "bottleneck");
    return new BottleneckSettings(
        section.count(
            "queue", byDefault.queue(), 2, 1000, "{waiting}", "How many must wait for one."),
        section.duration(
            "delay", byDefault.delay(), "How long the first of them must have waited."),
        section.duration(
            "lasting",
            byDefault.lasting(),
            "How long a queue must last that neither grows nor drains."));
  }

  private static OrphanedTaskSettings orphanedTask(SettingsTable table) {
    OrphanedTaskSettings byDefault = OrphanedTaskSettings.DEFAULT;
    DetectorSection section = new DetectorSection(table, "orphaned_task");
    return new OrphanedTaskSettings(
        section.duration(
            "grace",
            byDefault.grace(),
            "How long after the end of its run a task may still be recorded as ended."),
        section.duration(
            "patience",
            byDefault.patience(),
            "How long a task may lie idle whose owner has ended or whose dependency has failed."),
        section.number(
            "factor",
            byDefault.factor(),
            1,
            100,
            "How many times its usual duration (95 % of its type) a task may take before the end of its owner counts."),
        section.duration(
            "keep",
            byDefault.keep(),
            "How long after its end a run with orphaned tasks is still listened to."));
  }

  private static StallSettings stall(SettingsTable table) {
    StallSettings byDefault = StallSettings.DEFAULT;
    DetectorSection section = new DetectorSection(table, "stall");
    return new StallSettings(
        section.duration(
            "silence",
            byDefault.silence(),
            "How long nothing may be heard of a run in which nothing is under way; a model may always take so long."),
        section.duration(
            "call",
            byDefault.call(),
            "How long a call, an agent or a task may take whose usual duration is not known, and a run to get going."),
        section.duration(
            "busy",
            byDefault.busy(),
            "How long a run may be busy without leaving anything new behind."),
        section.duration(
            "floor",
            byDefault.floor(),
            "Below which no known usual duration brings the patience with a tool, an agent or a silent run."),
        section.number(
            "factor",
            byDefault.factor(),
            1,
            100,
            "How many times its usual duration (95 % of its calls) something may take."));
  }
}

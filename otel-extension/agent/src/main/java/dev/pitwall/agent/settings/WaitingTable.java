package dev.pitwall.agent.settings;

import dev.pitwall.engine.detector.BottleneckSettings;
import dev.pitwall.engine.detector.ContentionSettings;
import dev.pitwall.engine.detector.DeadlockSettings;
import dev.pitwall.engine.detector.DetectorSettings;
import dev.pitwall.engine.detector.HandoffLostSettings;
import dev.pitwall.engine.detector.OrphanedTaskSettings;
import dev.pitwall.engine.detector.StallSettings;
import dev.pitwall.engine.detector.StragglerSettings;
import java.time.Duration;

/** Thresholds of the detectors that are about waiting. */
final class WaitingTable {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration DAY = Duration.ofDays(1);

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
    table.group("Detector: deadlock");
    return new DeadlockSettings(
        table.duration(
            "pitwall.detector.deadlock.persistence",
            byDefault.persistence(),
            SECOND,
            DAY,
            "How long parties must wait for one another in a circle."));
  }

  private static HandoffLostSettings handoffLost(SettingsTable table) {
    HandoffLostSettings byDefault = HandoffLostSettings.DEFAULT;
    table.group("Detector: handoff_lost");
    return new HandoffLostSettings(
        table.duration(
            "pitwall.detector.handoff-lost.acceptance",
            byDefault.acceptance(),
            SECOND,
            DAY,
            "How long an offer may wait on an edge whose usual latency is not known."),
        table.duration(
            "pitwall.detector.handoff-lost.work",
            byDefault.work(),
            SECOND,
            DAY,
            "How long nothing may be heard of accepted work where its usual duration is not known."),
        table.duration(
            "pitwall.detector.handoff-lost.floor",
            byDefault.floor(),
            SECOND,
            DAY,
            "Below which no known latency brings the patience."),
        table.number(
            "pitwall.detector.handoff-lost.factor",
            byDefault.factor(),
            1,
            100,
            "1",
            "How many times its usual latency (99 % of its handoffs) an edge may take."),
        table.duration(
            "pitwall.detector.handoff-lost.reroute",
            byDefault.reroute(),
            SECOND,
            DAY,
            "How long the source may take to offer elsewhere what had no receiver."));
  }

  private static ContentionSettings contention(SettingsTable table) {
    ContentionSettings byDefault = ContentionSettings.DEFAULT;
    table.group("Detector: contention");
    return new ContentionSettings(
        table.count(
            "pitwall.detector.contention.waits",
            byDefault.waits(),
            1,
            1000,
            "{wait}",
            "Waits for one resource within the window."),
        table.duration(
            "pitwall.detector.contention.shortest",
            byDefault.shortest(),
            SECOND,
            DAY,
            "What is shorter is no wait."),
        table.duration(
            "pitwall.detector.contention.longest",
            byDefault.longest(),
            SECOND,
            DAY,
            "How long a single wait may last."),
        table.count(
            "pitwall.detector.contention.overwritten",
            byDefault.overwritten(),
            1,
            1000,
            "{value}",
            "Values overwritten within the window without a read to go by; a write that rests on an outdated read counts at once."),
        table.duration(
            "pitwall.detector.contention.window",
            byDefault.window(),
            SECOND,
            DAY,
            "Within which conflicts add up."),
        table.duration(
            "pitwall.detector.contention.quiet",
            byDefault.quiet(),
            SECOND,
            DAY,
            "How long there may be no conflict for it to be over."));
  }

  private static StragglerSettings straggler(SettingsTable table) {
    StragglerSettings byDefault = StragglerSettings.DEFAULT;
    table.group("Detector: straggler");
    return new StragglerSettings(
        table.count(
            "pitwall.detector.straggler.siblings",
            byDefault.siblings(),
            2,
            1000,
            "{sibling}",
            "Siblings of the same kind that must have ended."),
        table.number(
            "pitwall.detector.straggler.ratio",
            byDefault.ratio(),
            1,
            100,
            "1",
            "How many times their median duration it must take."),
        table.number(
            "pitwall.detector.straggler.ended",
            byDefault.ended(),
            0,
            1,
            "1",
            "Share of all siblings that must have ended."),
        table.duration(
            "pitwall.detector.straggler.floor",
            byDefault.floor(),
            SECOND,
            DAY,
            "How much longer than their median it must take at least."));
  }

  private static BottleneckSettings bottleneck(SettingsTable table) {
    BottleneckSettings byDefault = BottleneckSettings.DEFAULT;
    table.group("Detector: bottleneck");
    return new BottleneckSettings(
        table.count(
            "pitwall.detector.bottleneck.queue",
            byDefault.queue(),
            2,
            1000,
            "{waiting}",
            "How many must wait for one."),
        table.duration(
            "pitwall.detector.bottleneck.delay",
            byDefault.delay(),
            SECOND,
            DAY,
            "How long the first of them must have waited."),
        table.duration(
            "pitwall.detector.bottleneck.lasting",
            byDefault.lasting(),
            SECOND,
            DAY,
            "How long a queue must last that neither grows nor drains."));
  }

  private static OrphanedTaskSettings orphanedTask(SettingsTable table) {
    OrphanedTaskSettings byDefault = OrphanedTaskSettings.DEFAULT;
    table.group("Detector: orphaned_task");
    return new OrphanedTaskSettings(
        table.duration(
            "pitwall.detector.orphaned-task.grace",
            byDefault.grace(),
            SECOND,
            DAY,
            "How long after the end of its run a task may still be recorded as ended."),
        table.duration(
            "pitwall.detector.orphaned-task.patience",
            byDefault.patience(),
            SECOND,
            DAY,
            "How long a task may lie idle whose owner has ended or whose dependency has failed."),
        table.number(
            "pitwall.detector.orphaned-task.factor",
            byDefault.factor(),
            1,
            100,
            "1",
            "How many times its usual duration (95 % of its type) a task may take before the end of its owner counts."),
        table.duration(
            "pitwall.detector.orphaned-task.keep",
            byDefault.keep(),
            SECOND,
            DAY,
            "How long after its end a run with orphaned tasks is still listened to."));
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

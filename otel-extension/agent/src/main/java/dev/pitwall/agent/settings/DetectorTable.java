package dev.pitwall.agent.settings;

import dev.pitwall.engine.detector.ApprovalSettings;
import dev.pitwall.engine.detector.AuthorizationSettings;
import dev.pitwall.engine.detector.ContextOverflowSettings;
import dev.pitwall.engine.detector.DetectorSettings;
import dev.pitwall.engine.detector.DuplicateWorkSettings;
import dev.pitwall.engine.detector.LoopSettings;
import dev.pitwall.engine.detector.MilestoneSettings;
import dev.pitwall.engine.detector.PingPongSettings;
import dev.pitwall.engine.detector.QualityRegressionSettings;
import dev.pitwall.engine.detector.RateLimitSettings;
import dev.pitwall.engine.detector.RetryStormSettings;
import dev.pitwall.engine.detector.RunawayCostSettings;
import dev.pitwall.engine.detector.StopSettings;
import dev.pitwall.engine.signal.StopReady.Readiness;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The detectors' thresholds, a method for each detector. */
final class DetectorTable {

  private DetectorTable() {}

  static DetectorSettings read(SettingsTable table) {
    return WaitingTable.read(table, DetectorSettings.DEFAULTS)
        .with(authorization(table))
        .with(stop(table))
        .with(approval(table))
        .with(rateLimit(table))
        .with(contextOverflow(table))
        .with(retryStorm(table))
        .with(pingPong(table))
        .with(loop(table))
        .with(runawayCost(table))
        .with(duplicateWork(table))
        .with(qualityRegression(table))
        .with(milestone(table));
  }

  private static AuthorizationSettings authorization(SettingsTable table) {
    table.group("Detector: unauthorized_run");
    return new AuthorizationSettings(
        Set.copyOf(
            table.list(
                "pitwall.authorization.workflows",
                List.of(),
                "Workflows whose runs need authorization, besides those whose plan says so; * is all of them.")),
        table.choice(
            "pitwall.authorization.emergency-stop",
            Readiness.NONE,
            "How ready the emergency stop must be for a run that needs authorization."));
  }

  private static StopSettings stop(SettingsTable table) {
    DetectorSection section = new DetectorSection(table, "activity_after_stop");
    return new StopSettings(
        section.duration(
            "quiet",
            StopSettings.DEFAULT.quiet(),
            Duration.ofSeconds(1),
            Duration.ofHours(1),
            "How long nothing may have started for a stop to have been obeyed after all."));
  }

  private static ApprovalSettings approval(SettingsTable table) {
    table.group("Detector: approval_bypassed");
    return new ApprovalSettings(
        Set.copyOf(
            table.list(
                "pitwall.approvals.tools",
                List.of(),
                "Tools that need an approval, besides those of which the application says so.")),
        table.duration(
            "pitwall.approvals.patience",
            ApprovalSettings.DEFAULT.patience(),
            Duration.ZERO,
            Duration.ofMinutes(10),
            "How long a guarded call may be under way before it has asked; it may ask from within."));
  }

  private static RateLimitSettings rateLimit(SettingsTable table) {
    RateLimitSettings byDefault = RateLimitSettings.DEFAULT;
    DetectorSection section = new DetectorSection(table, "rate_limited");
    return new RateLimitSettings(
        section.count(
            "min-refusals",
            byDefault.minRefusals(),
            1,
            1000,
            "{refusal}",
            "Refusals by one provider or tool."),
        section.duration(
            "min-delay",
            byDefault.minDelay(),
            Duration.ZERO,
            Duration.ofHours(1),
            "How much time they must have cost."),
        section.count(
            "at-once",
            byDefault.atOnce(),
            1,
            1000,
            "{refusal}",
            "So many refusals are trouble whatever they have cost yet."),
        section.duration(
            "patience", byDefault.patience(), "How long a task may be held up by one refusal."),
        section.duration("rest", byDefault.rest(), "How long after the last refusal it is over."));
  }

  private static RetryStormSettings retryStorm(SettingsTable table) {
    RetryStormSettings byDefault = RetryStormSettings.DEFAULT;
    DetectorSection section = new DetectorSection(table, "retry_storm");
    return new RetryStormSettings(
        section.count(
            "min-failures",
            byDefault.minFailures(),
            2,
            1000,
            "{failure}",
            "Failures of one call in quick succession; four times as many are a storm at any pace."),
        section.count(
            "nested-failures",
            byDefault.nestedFailures(),
            4,
            1000,
            "{failure}",
            "Failures of one call where retries are retried from outside."),
        section.duration(
            "quick",
            byDefault.quick(),
            Duration.ofMillis(1),
            Duration.ofMinutes(10),
            "How long after a failure the next try is still quick."),
        section.duration(
            "rest",
            byDefault.rest(),
            Duration.ofSeconds(1),
            Duration.ofHours(1),
            "How long after the last failure it is over."));
  }

  private static ContextOverflowSettings contextOverflow(SettingsTable table) {
    ContextOverflowSettings byDefault = ContextOverflowSettings.DEFAULT;
    DetectorSection section = new DetectorSection(table, "context_overflow");
    return new ContextOverflowSettings(
        section.number(
            "critical",
            byDefault.critical(),
            0.5,
            1,
            "How full a model's window must be to be nearly used up."),
        section.number(
            "growth",
            byDefault.growth(),
            0,
            1,
            "How much of the window must have been filled by growth."),
        section.count(
            "compactions",
            byDefault.compactions(),
            1,
            100,
            "{compaction}",
            "How often in a row a context must have been shortened."),
        section.number(
            "relief",
            byDefault.relief(),
            0,
            1,
            "Below what share of the window there is room again."),
        section.count(
            "calls",
            byDefault.calls(),
            1,
            100,
            "{call}",
            "How many calls in a row must have found room."));
  }

  private static RunawayCostSettings runawayCost(SettingsTable table) {
    RunawayCostSettings byDefault = RunawayCostSettings.DEFAULT;
    DetectorSection section = new DetectorSection(table, "runaway_cost");
    return new RunawayCostSettings(
        section.number(
            "factor",
            byDefault.factor(),
            1,
            1000,
            "Without a budget, how many times what 95 % of earlier runs needed is far past it."),
        section.count(
            "min-runs",
            byDefault.minRuns(),
            1,
            500,
            "{run}",
            "How many earlier runs tell what is usual."),
        section.count(
            "min-tokens",
            byDefault.minTokens(),
            0,
            1_000_000_000,
            "{token}",
            "Below so many tokens nothing has run away, unless a budget says so."),
        table.number(
            "pitwall.detector.runaway-cost.min-cost",
            byDefault.minCost(),
            0,
            1_000_000,
            "",
            "Below such a cost nothing has run away, unless a budget says so; in the currency of the price list."),
        section.count(
            "min-calls",
            byDefault.minCalls(),
            1,
            1_000_000,
            "{call}",
            "Below so many model calls nothing has run away, where tokens are not known."),
        section.number(
            "projection",
            byDefault.projection(),
            1,
            1000,
            "How many times its budget a run must be heading for to be told before it is used up."));
  }

  private static PingPongSettings pingPong(SettingsTable table) {
    PingPongSettings byDefault = PingPongSettings.DEFAULT;
    DetectorSection section = new DetectorSection(table, "ping_pong");
    return new PingPongSettings(
        section.count(
            "min-returns",
            byDefault.minReturns(),
            2,
            1000,
            "{return}",
            "How often in a row control must have come back to who had it before."),
        section.count(
            "doubt",
            byDefault.doubt(),
            1,
            100,
            "1",
            "How many times as often, where something may have been finished in between."),
        section.duration("rest", byDefault.rest(), "How long after the last return it is over."));
  }

  private static QualityRegressionSettings qualityRegression(SettingsTable table) {
    QualityRegressionSettings byDefault = QualityRegressionSettings.DEFAULT;
    DetectorSection section = new DetectorSection(table, "quality_regression");
    return new QualityRegressionSettings(
        section.count(
            "false-alarm",
            byDefault.falseAlarm(),
            10,
            1_000_000_000,
            "{result}",
            "One in so many results on average may be a false alarm."),
        section.count(
            "learn",
            byDefault.learn(),
            5,
            10_000,
            "{result}",
            "How many results of an agent in an evaluation or gate tell what is usual."),
        section.count(
            "results",
            byDefault.results(),
            1,
            1000,
            "{result}",
            "How many results must be worse; three times as many if all are of one run."),
        section.number(
            "drop",
            byDefault.drop(),
            0,
            1,
            "By how much of their range they must have dropped on average."));
  }

  private static DuplicateWorkSettings duplicateWork(SettingsTable table) {
    DetectorSection section = new DetectorSection(table, "duplicate_work");
    return new DuplicateWorkSettings(
        section.duration(
            "least",
            DuplicateWorkSettings.DEFAULT.least(),
            Duration.ZERO,
            Duration.ofDays(1),
            "How long work must take the second time to be worth telling."));
  }

  private static MilestoneSettings milestone(SettingsTable table) {
    MilestoneSettings byDefault = MilestoneSettings.DEFAULT;
    DetectorSection section = new DetectorSection(table, "milestone_at_risk");
    return new MilestoneSettings(
        section.number(
            "tolerance",
            byDefault.tolerance(),
            0,
            1,
            "How much faster the rest may go than the pace so far and still be late, as a share of its time."),
        section.number(
            "too-early",
            byDefault.tooEarly(),
            0.01,
            1,
            "Below what share of what is to be done the pace so far tells nothing."),
        section.duration(
            "confirm",
            byDefault.confirm(),
            Duration.ZERO,
            Duration.ofHours(1),
            "How long an estimate must stay past its target, a twentieth of the time to it at most."));
  }

  private static LoopSettings loop(SettingsTable table) {
    LoopSettings byDefault = LoopSettings.DEFAULT;
    DetectorSection section = new DetectorSection(table, "loop");
    return new LoopSettings(
        section.count(
            "min-steps",
            byDefault.minSteps(),
            1,
            1000,
            "{step}",
            "Steps in a row that must repeat what came before."),
        section.count(
            "min-cycles",
            byDefault.minCycles(),
            1,
            100,
            "{cycle}",
            "Whole cycles that must repeat, for cycles of several steps."),
        section.count(
            "doubt",
            byDefault.doubt(),
            1,
            100,
            "1",
            "How many times as many, where steps are compared without hashes."));
  }
}

package dev.pitwall.dashboards;

import static dev.pitwall.dashboards.model.AlertPack.limit;

import dev.pitwall.dashboards.model.Levels;

/** Where an alert fires, the colour changes: every limit is read from the alert pack. */
final class Judged {

  static final Levels RUNS_FAILED = Levels.warningFrom(limit("slo.errors.budget"));
  static final Levels RUNS_SLOW = Levels.warningFrom(limit("slo.latency.bound"));
  static final Levels OFFER_AGE = Levels.warningFrom(limit("alerts.handoff_unanswered.age"));
  static final Levels ACCEPTANCE = Levels.warningFrom(limit("alerts.handoff_slow.bound"));
  static final Levels APPROVAL_WAIT = Levels.warningFrom(limit("alerts.approval_waiting.age"));
  static final Levels GATE_FAILED = Levels.warningFrom(limit("alerts.gate_failures_high.share"));
  static final Levels GATES_PASSED =
      Levels.warningBelow(1 - limit("alerts.gate_failures_high.share"));
  static final Levels NAMES_CUT_OFF =
      Levels.warningFrom(limit("alerts.labels_overflowed.at_least"));
  static final Levels NOT_SENT = Levels.warningFrom(limit("alerts.collector_export_failing.share"));

  private Judged() {}
}

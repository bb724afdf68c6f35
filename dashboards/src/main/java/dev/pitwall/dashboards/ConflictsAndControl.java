package dev.pitwall.dashboards;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.dashboards.model.Color;
import dev.pitwall.dashboards.model.Column;
import dev.pitwall.dashboards.model.Dashboard;
import dev.pitwall.dashboards.model.Levels;
import dev.pitwall.dashboards.model.Link;
import dev.pitwall.dashboards.model.Paint;
import dev.pitwall.dashboards.model.Panel.Bars;
import dev.pitwall.dashboards.model.Panel.Graph;
import dev.pitwall.dashboards.model.Panel.Stat;
import dev.pitwall.dashboards.model.Panel.Table;
import dev.pitwall.dashboards.model.Row;
import dev.pitwall.dashboards.model.Uids;
import dev.pitwall.dashboards.model.Words;
import dev.pitwall.dashboards.signals.Control;
import dev.pitwall.dashboards.signals.Findings;
import java.util.List;

/** What is in conflict and why, and whether people still decide. */
final class ConflictsAndControl {

  private static final int STAT = 6;
  private static final int HALF = 12;
  private static final int THIRD = 8;

  private ConflictsAndControl() {}

  static Dashboard dashboard() {
    return new Dashboard(
        Uids.CONFLICTS,
        "Pitwall / Conflicts & control",
        "What is in conflict and why, who is waited for, and is everything permitted?",
        "now-1h",
        List.of(control(), wrong(), often(), people(), permitted()));
  }

  private static Row control() {
    return new Row(
        "Is everything under control?",
        3,
        List.of(
            Stat.of(Findings.OPEN, STAT).judged(Levels.NONE_IS_FINE).saying(Words.none("none")),
            Stat.of(Findings.CRITICAL, STAT).judged(Levels.NONE_MUST_BE).saying(Words.none("none")),
            Stat.of(Control.STOP, STAT).judged(Levels.NONE_MUST_BE).saying(Said.STOP),
            Stat.of(Control.STOP_ARMED, STAT).saying(Said.REACHABLE),
            Stat.of(Control.PENDING, STAT).saying(Words.none("none")),
            Stat.of(Control.OLDEST, STAT).judged(Judged.APPROVAL_WAIT),
            Stat.of(Control.BYPASSED, STAT).judged(Levels.NONE_MUST_BE).saying(Words.none("none")),
            Stat.of(Control.WITHOUT_PERMISSION, STAT)
                .judged(Levels.NONE_MUST_BE)
                .saying(Words.none("none"))));
  }

  private static Row wrong() {
    return new Row(
        "What is wrong, where, and why?",
        9,
        List.of(Trouble.findings(24), Graph.of(Findings.BY_TYPE, HALF), Trouble.alerts(HALF)));
  }

  private static Row often() {
    return new Row(
        "How often does it happen, and how fast is it found and over?",
        7,
        List.of(
            new Table(
                "Findings of the time range",
                "By kind. Found after: from the onset to the finding; over after: from there to the"
                    + " end. Both in half of the cases at most.",
                Findings.OPENED,
                List.of(
                    Column.label(Pitwall.FINDING_TYPE, "Finding", 0),
                    Column.Value.of(Findings.OPENED, 90),
                    Column.Value.of(Findings.STILL_OPEN, 70).judged(Levels.NONE_IS_FINE),
                    Column.Value.of(Findings.DETECTION, 110),
                    Column.Value.of(Findings.RESOLUTION, 110)),
                HALF),
            Trouble.bySeverity(HALF)));
  }

  private static Row people() {
    return new Row(
        "Who is waited for, and what do people say?",
        7,
        List.of(
            new Table(
                "Approvals that wait now",
                "Decisions that runs wait for, by workflow and kind.",
                Control.PENDING_BY_KIND,
                List.of(
                    Column.label(GenAi.WORKFLOW, "Workflow", 0).linked(Link.WORKFLOW),
                    Column.label(Pitwall.APPROVAL_KIND, "Kind", 120),
                    Column.Value.of(Control.PENDING_BY_KIND, 80),
                    Column.Value.of(Control.OLDEST_BY_KIND, 80).judged(Judged.APPROVAL_WAIT)),
                THIRD),
            new Bars(Control.DECISIONS, Paint.RESULTS, THIRD),
            new Bars(Control.WAIT, List.of(), THIRD)));
  }

  private static Row permitted() {
    return new Row(
        "Is what happens permitted?",
        6,
        List.of(
            Graph.of(Control.PERMISSIONS, HALF).painted(Paint.RESULTS),
            Graph.of(Control.STOPS, HALF).colored(Color.BAD)));
  }
}

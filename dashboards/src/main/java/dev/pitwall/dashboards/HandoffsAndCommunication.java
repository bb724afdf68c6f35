package dev.pitwall.dashboards;

import dev.pitwall.conventions.Pitwall;
import dev.pitwall.dashboards.model.Column;
import dev.pitwall.dashboards.model.Dashboard;
import dev.pitwall.dashboards.model.Levels;
import dev.pitwall.dashboards.model.Link;
import dev.pitwall.dashboards.model.Paint;
import dev.pitwall.dashboards.model.Panel.Graph;
import dev.pitwall.dashboards.model.Panel.Matrix;
import dev.pitwall.dashboards.model.Panel.Stat;
import dev.pitwall.dashboards.model.Panel.Table;
import dev.pitwall.dashboards.model.Row;
import dev.pitwall.dashboards.model.Uids;
import dev.pitwall.dashboards.model.Words;
import dev.pitwall.dashboards.signals.Handoffs;
import java.util.List;

/** Whether work that is handed over arrives, and who hands it to whom. */
final class HandoffsAndCommunication {

  private static final int STAT = 4;
  private static final int HALF = 12;
  private static final int THIRD = 8;

  private HandoffsAndCommunication() {}

  static Dashboard dashboard() {
    return new Dashboard(
        Uids.HANDOFFS,
        "Pitwall / Handoffs & communication",
        "Does work that is handed over arrive, how fast, and who hands it to whom?",
        "now-1h",
        List.of(arrives(), who(), pairs(), waiting(), becomes()));
  }

  private static Row arrives() {
    return new Row(
        "Does work that is handed over arrive?",
        3,
        List.of(
            Stat.of(Handoffs.OPEN, STAT).saying(Words.none("none")),
            Stat.of(Handoffs.OLDEST_OPEN, STAT).judged(Judged.OFFER_AGE),
            Stat.of(Handoffs.LOST, STAT).judged(Levels.NONE_IS_FINE).saying(Words.none("none")),
            Stat.of(Handoffs.REJECTED, STAT).saying(Words.none("none")),
            Stat.of(Handoffs.FAILED, STAT).saying(Words.none("none")),
            Stat.of(Handoffs.ACCEPT_P95, STAT).judged(Judged.ACCEPTANCE)));
  }

  private static Row who() {
    return new Row(
        "Who talks to whom?",
        13,
        List.of(
            new Matrix(
                "Who hands work to whom",
                "Work offered in the time range: from the one above to the one on the left. Darker"
                    + " is more.",
                Handoffs.EDGES,
                Pitwall.HANDOFF_TARGET,
                Pitwall.HANDOFF_SOURCE,
                "To ↓  from →",
                24)));
  }

  private static Row pairs() {
    return new Row(
        "How does each pair get on?",
        9,
        List.of(
            new Table(
                "Handoffs",
                "Handoffs in the time range, by giver and taker. Offered without being accepted is"
                    + " work that nobody does.",
                Handoffs.EDGE_OFFERED,
                List.of(
                    Column.label(Pitwall.HANDOFF_SOURCE, "From", 0).linked(Link.AGENT),
                    Column.label(Pitwall.HANDOFF_TARGET, "To", 0).linked(Link.AGENT),
                    Column.Value.of(Handoffs.EDGE_OFFERED, 90),
                    Column.Value.of(Handoffs.EDGE_ACCEPTED, 100),
                    Column.Value.of(Handoffs.EDGE_FAILED, 80),
                    Column.Value.of(Handoffs.EDGE_LOST, 80).judged(Levels.NONE_IS_FINE),
                    Column.Value.of(Handoffs.EDGE_ACCEPT_P95, 120).judged(Judged.ACCEPTANCE)),
                24)));
  }

  private static Row waiting() {
    return new Row(
        "What has nobody taken up?",
        6,
        List.of(
            new Table(
                "Offers that wait now",
                "Offers that nobody has taken up yet, by the agent that should.",
                Handoffs.PENDING,
                List.of(
                    Column.label(Pitwall.HANDOFF_TARGET, "To", 0).linked(Link.AGENT),
                    Column.Value.of(Handoffs.PENDING, 90),
                    Column.Value.of(Handoffs.OLDEST, 90).judged(Judged.OFFER_AGE)),
                HALF),
            Graph.of(Handoffs.PENDING_BY_TARGET, HALF)));
  }

  private static Row becomes() {
    return new Row(
        "How fast is it, and what becomes of it?",
        7,
        List.of(
            Graph.of(
                    "How fast offers are taken up",
                    "Of the offers that were taken up. A point is one offer: it leads to its trace.",
                    List.of(Handoffs.ACCEPT_MEDIAN_OVER_TIME, Handoffs.ACCEPT_P95_OVER_TIME),
                    THIRD)
                .judged(Judged.ACCEPTANCE),
            Graph.of(Handoffs.WORK_BY_TARGET, THIRD),
            Graph.of(
                    "What goes wrong",
                    "Handoffs that did not simply end well, over four export intervals.",
                    Handoffs.OUTCOMES,
                    THIRD)
                .painted(Paint.RESULTS)));
  }
}

package dev.pitwall.dashboards;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.dashboards.model.Column;
import dev.pitwall.dashboards.model.Dashboard;
import dev.pitwall.dashboards.model.Levels;
import dev.pitwall.dashboards.model.Link;
import dev.pitwall.dashboards.model.Panel.Graph;
import dev.pitwall.dashboards.model.Panel.Stat;
import dev.pitwall.dashboards.model.Panel.Table;
import dev.pitwall.dashboards.model.Row;
import dev.pitwall.dashboards.model.Uids;
import dev.pitwall.dashboards.model.Words;
import dev.pitwall.dashboards.signals.Machines;
import dev.pitwall.dashboards.signals.Spending;
import java.util.List;

/** What the work costs, and who spends it. */
final class ResourcesAndCost {

  private static final int STAT = 4;
  private static final int HALF = 12;

  private ResourcesAndCost() {}

  static Dashboard dashboard() {
    return new Dashboard(
        Uids.RESOURCES,
        "Pitwall / Resources & cost",
        "What does the work cost, who spends it, and is anything about to run out?",
        "now-6h",
        List.of(cost(), money(), tokens(), machines()));
  }

  private static Row cost() {
    return new Row(
        "What does it cost, and does anything run away?",
        3,
        List.of(
            Stat.of(Spending.RUNAWAY, STAT).judged(Levels.NONE_IS_FINE).saying(Words.none("none")),
            Stat.of(Spending.COST, STAT),
            Stat.of(Spending.COST_RATE, STAT),
            Stat.of(Spending.UNPRICED, STAT).saying(Words.none("none")),
            Stat.of(Spending.TOKENS, STAT),
            Stat.of(Spending.FULLEST, STAT)));
  }

  private static Row money() {
    return new Row(
        "Where does the money go?",
        7,
        List.of(
            Graph.of(Spending.COST_BY_WORKFLOW, HALF),
            Graph.of(Spending.COST_BY_MODEL, HALF),
            new Table(
                "Who spends it",
                "Cost and tokens of the time range, by workflow, agent and model.",
                Spending.LINE_COST,
                List.of(
                    Column.label(GenAi.WORKFLOW, "Workflow", 180).linked(Link.WORKFLOW),
                    Column.label(GenAi.AGENT, "Agent", 0).linked(Link.AGENT),
                    Column.label(GenAi.REQUEST_MODEL, "Model", 180),
                    Column.Value.of(Spending.LINE_COST, 100),
                    Column.Value.of(Spending.LINE_INPUT, 100),
                    Column.Value.of(Spending.LINE_OUTPUT, 100),
                    Column.Value.of(Spending.LINE_CACHED, 120)),
                24)));
  }

  private static Row tokens() {
    return new Row(
        "Who needs how many tokens, and is a window nearly full?",
        7,
        List.of(
            Graph.of(Spending.TOKENS_BY_AGENT, 8),
            Graph.of(Spending.TOKENS_BY_KIND, 8),
            Graph.of(Spending.FILL_BY_AGENT, 8)));
  }

  private static Row machines() {
    return new Row(
        "Do the machines keep up?",
        6,
        List.of(Graph.of(Machines.CPU, HALF), Graph.of(Machines.HEAP, HALF)));
  }
}

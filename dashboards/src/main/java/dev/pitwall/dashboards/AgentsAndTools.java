package dev.pitwall.dashboards;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.dashboards.model.Color;
import dev.pitwall.dashboards.model.Column;
import dev.pitwall.dashboards.model.Dashboard;
import dev.pitwall.dashboards.model.Link;
import dev.pitwall.dashboards.model.Paint;
import dev.pitwall.dashboards.model.Panel.Graph;
import dev.pitwall.dashboards.model.Panel.Stat;
import dev.pitwall.dashboards.model.Panel.Table;
import dev.pitwall.dashboards.model.Row;
import dev.pitwall.dashboards.model.Uids;
import dev.pitwall.dashboards.model.Words;
import dev.pitwall.dashboards.signals.Agents;
import dev.pitwall.dashboards.signals.Models;
import dev.pitwall.dashboards.signals.Spending;
import dev.pitwall.dashboards.signals.Tools;
import java.util.List;

/** What agents, tools and models do, the team first and then each one. */
final class AgentsAndTools {

  private static final int STAT = 4;
  private static final int HALF = 12;
  private static final int QUARTER = 6;

  private AgentsAndTools() {}

  static Dashboard dashboard() {
    return new Dashboard(
        Uids.AGENTS,
        "Pitwall / Agents & tools",
        "Who does the work, who is slow, and who fails: the team, each agent, tools and models?",
        "now-1h",
        List.of(team(), agents(), load(), tools(), models(), each()));
  }

  private static Row team() {
    return new Row(
        "Is the team at work, and does it succeed?",
        3,
        List.of(
            Stat.of(Agents.ACTIVE, STAT).saying(Words.none("nobody")),
            Stat.of(Agents.ALL_INVOCATIONS, STAT),
            Stat.of(Agents.ALL_FAILED, STAT),
            Stat.of(Agents.ALL_P95, STAT),
            Stat.of(Tools.FAILED_SHARE, STAT),
            Stat.of(Models.FAILED_SHARE, STAT)));
  }

  private static Row agents() {
    return new Row(
        "How does each agent do?",
        10,
        List.of(
            new Table(
                "Agents",
                "What each agent did in the time range. The standard agent metrics carry no workflow:"
                    + " narrow them with the agent. Durations are estimated from histogram buckets.",
                Agents.INVOCATIONS,
                List.of(
                    Column.label(GenAi.AGENT, "Agent", 0).linked(Link.AGENT),
                    Column.Value.of(Agents.INVOCATIONS, 110),
                    Column.Value.of(Agents.FAILED, 90),
                    Column.Value.of(Agents.P95, 100),
                    Column.Value.of(Agents.MODEL_CALLS, 150),
                    Column.Value.of(Agents.TOOL_CALLS, 140),
                    Column.Value.of(Agents.TOKENS, 110)),
                24)));
  }

  private static Row load() {
    return new Row(
        "How is the work shared?",
        7,
        List.of(Graph.of(Agents.ACTIVE_BY_AGENT, HALF), Graph.of(Agents.BUSY_BY_AGENT, HALF)));
  }

  private static Row tools() {
    return new Row(
        "Which tools fail or are slow?",
        7,
        List.of(
            new Table(
                "Tools",
                "What each tool did in the time range, by the agent that called it.",
                Tools.CALLS,
                List.of(
                    Column.label(GenAi.TOOL, "Tool", 0),
                    Column.label(GenAi.AGENT, "Agent", 260).linked(Link.AGENT),
                    Column.Value.of(Tools.CALLS, 110),
                    Column.Value.of(Tools.FAILED, 110),
                    Column.Value.of(Tools.P95, 110)),
                24),
            Graph.of(Tools.P95_BY_TOOL, HALF),
            Graph.of(Tools.ERRORS, HALF)));
  }

  private static Row models() {
    return Row.collapsed(
        "Which models fail or are slow?",
        7,
        List.of(
            new Table(
                "Models",
                "What each model did in the time range, for all services and agents chosen.",
                Models.CALLS,
                List.of(
                    Column.label(GenAi.REQUEST_MODEL, "Model", 0),
                    Column.label(GenAi.PROVIDER, "Provider", 160),
                    Column.Value.of(Models.CALLS, 100),
                    Column.Value.of(Models.FAILED, 100),
                    Column.Value.of(Models.MEDIAN, 100),
                    Column.Value.of(Models.P95, 100),
                    Column.Value.of(Models.FIRST_CHUNK, 150)),
                24),
            Graph.of(Models.P95_BY_MODEL, HALF),
            Graph.of(Models.ERRORS, HALF)));
  }

  private static Row each() {
    return Row.each(
        "agent",
        "What does $agent do?",
        7,
        List.of(
            Graph.of(
                    "Invocations of $agent",
                    "Invocations that ended, and of these the ones in an error, over four export intervals.",
                    List.of(Agents.ENDED, Agents.FAILURES),
                    QUARTER)
                .painted(List.of(new Paint("all", Color.FINE), new Paint("failed", Color.WARNING))),
            Graph.of(
                "How long $agent takes",
                "Of the invocations that ended. A point is one invocation: it leads to its trace.",
                List.of(Agents.MEDIAN_OVER_TIME, Agents.P95_OVER_TIME),
                QUARTER),
            Graph.of(
                "Tokens a minute of $agent",
                Agents.TOKENS_OVER_TIME.description(),
                List.of(Agents.TOKENS_OVER_TIME),
                QUARTER),
            Graph.of(
                "How full the window of $agent is",
                Spending.FILL_BY_AGENT.description(),
                List.of(Spending.FILL_BY_AGENT),
                QUARTER)));
  }
}

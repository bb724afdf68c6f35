package dev.pitwall.dashboards;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
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
import dev.pitwall.dashboards.signals.Quality;
import java.util.List;

/** Whether the work is good enough, and what it takes to make it so. */
final class QualityOfWork {

  private static final int STAT = 4;
  private static final int HALF = 12;
  private static final int THIRD = 8;

  private QualityOfWork() {}

  static Dashboard dashboard() {
    return new Dashboard(
        Uids.QUALITY,
        "Pitwall / Quality",
        "Is the work good enough, is it getting better or worse, and how much is done again?",
        "now-6h",
        List.of(enough(), trends(), gates(), evaluators()));
  }

  private static Row enough() {
    return new Row(
        "Is the work good enough?",
        3,
        List.of(
            Stat.of(Quality.REGRESSIONS, STAT)
                .judged(Levels.NONE_IS_FINE)
                .saying(Words.none("none")),
            Stat.of(Quality.MEAN_SCORE, STAT),
            Stat.of(Quality.EVALUATIONS, STAT),
            Stat.of(Quality.PASSED_SHARE, STAT).judged(Judged.GATES_PASSED),
            Stat.of(Quality.REWORKED, STAT).saying(Words.none("none")),
            Stat.of(Quality.NOT_PASSED, STAT).saying(Words.none("none"))));
  }

  private static Row trends() {
    return new Row(
        "Is it getting better or worse?",
        7,
        List.of(
            Graph.of(Quality.SCORE_BY_EVALUATOR, HALF), Graph.of(Quality.SCORE_BY_AGENT, HALF)));
  }

  private static Row gates() {
    return new Row(
        "What do the gates say, and what is done again?",
        7,
        List.of(
            new Bars(Quality.GATES, Paint.RESULTS, THIRD),
            new Bars(Quality.ACTIONS, Paint.RESULTS, THIRD),
            Graph.of(Quality.VERDICTS, THIRD).painted(Paint.RESULTS),
            new Table(
                "Gates and agents",
                "Verdicts in the time range, by the gate and the agent whose work it judged.",
                Quality.GATE_VERDICTS,
                List.of(
                    Column.label(Pitwall.GATE, "Gate", 0),
                    Column.label(GenAi.AGENT, "Agent", 160).linked(Link.AGENT),
                    Column.Value.of(Quality.GATE_VERDICTS, 85),
                    Column.Value.of(Quality.GATE_FAILED, 100).judged(Judged.GATE_FAILED),
                    Column.Value.of(Quality.GATE_REWORK, 100)),
                HALF),
            Graph.of(Quality.REWORK_OVER_TIME, HALF)));
  }

  private static Row evaluators() {
    return new Row(
        "Whose work is scored low, and by whom?",
        6,
        List.of(
            new Table(
                "Scores",
                "Scores of the time range, by evaluator and the agent whose work it judged.",
                Quality.SCORES,
                List.of(
                    Column.label(GenAi.EVALUATION, "Evaluator", 0),
                    Column.label(GenAi.AGENT, "Agent", 0).linked(Link.AGENT),
                    Column.Value.of(Quality.SCORES, 100),
                    Column.Value.bar(Quality.MEAN, 260),
                    Column.Value.of(Quality.WORST_TENTH, 130)),
                24)));
  }
}

package dev.pitwall.sample.simulator.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.sample.simulator.scenario.Label;
import dev.pitwall.sample.simulator.scenario.Scenario;
import dev.pitwall.sample.simulator.telemetry.Coverage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of one coverage over all its recordings. */
public final class Report {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TypeScore all = new TypeScore();
  private final Map<String, TypeScore> types = new TreeMap<>();
  private final Map<String, TypeScore> scenarios = new TreeMap<>();
  private final Map<String, Integer> runs = new TreeMap<>();
  private final ArrayNode misses = JSON.createArrayNode();
  private final ArrayNode falseAlarms = JSON.createArrayNode();
  private final ArrayNode wrongCauses = JSON.createArrayNode();
  private final Map<String, Integer> alarmsIn = new TreeMap<>();
  private final Map<String, Integer> alarmsByScenario = new TreeMap<>();

  public Report() {
    Pitwall.FINDING_TYPE.values().forEach(type -> types.put(type, new TypeScore()));
  }

  /** Adds one recording. */
  public void add(List<Label> labels, List<Found> findings, Coverage coverage) {
    labels.forEach(label -> runs.merge(label.kind(), 1, Integer::sum));
    Scorer.Outcome outcome = new Scorer(labels).judge(findings);
    for (Verdict verdict : outcome.verdicts()) {
      // What cannot be seen is not asked for, and is right where it is guessed.
      if (verdict.label().visibility().in(coverage)) {
        add(verdict);
      }
    }
    outcome.falseAlarms().forEach(this::add);
  }

  private void add(Verdict verdict) {
    Label label = verdict.label();
    all.add(verdict);
    types.computeIfAbsent(label.type(), type -> new TypeScore()).add(verdict);
    scenarios.computeIfAbsent(label.scenario(), name -> new TypeScore()).add(verdict);
    if (!verdict.isFound()) {
      misses.add(about(label));
    } else if (verdict.causeRank() != 1) {
      ObjectNode node = about(label);
      ArrayNode named = node.putArray("named");
      verdict.findings().get(0).causes().forEach(named::add);
      wrongCauses.add(node);
    }
  }

  private static ObjectNode about(Label label) {
    return JSON.createObjectNode()
        .put("scenario", label.scenario())
        .put("type", label.type())
        .put("seed", label.seed())
        .put("run", label.run());
  }

  private void add(Scorer.FalseAlarm alarm) {
    all.addFalseAlarm();
    types.computeIfAbsent(alarm.found().type(), type -> new TypeScore()).addFalseAlarm();
    alarmsIn.merge(alarm.kind(), 1, Integer::sum);
    alarmsByScenario.merge(alarm.scenario(), 1, Integer::sum);
    falseAlarms
        .addObject()
        .put("type", alarm.found().type())
        .put("scenario", alarm.scenario())
        .put("kind", alarm.kind())
        .put("seed", alarm.seed())
        .put("run", alarm.found().run());
  }

  /** As JSON. */
  public ObjectNode toJson() {
    ObjectNode node = JSON.createObjectNode();
    node.set("all", figures(all));
    ObjectNode byType = node.putObject("types");
    types.forEach((type, score) -> byType.set(type, figures(score)));
    ObjectNode byScenario = node.putObject("scenarios");
    scenarios.forEach((name, score) -> byScenario.set(name, figures(score)));
    ObjectNode counts = node.putObject("labels");
    for (Scenario.Kind kind : Scenario.Kind.values()) {
      counts.put(kind.value(), runs.getOrDefault(kind.value(), 0));
    }
    ObjectNode alarms = node.putObject("falseAlarmsIn");
    for (Scenario.Kind kind : Scenario.Kind.values()) {
      alarms.put(kind.value(), alarmsIn.getOrDefault(kind.value(), 0));
    }
    node.set("alarmsByScenario", JSON.valueToTree(alarmsByScenario));
    node.set("misses", misses);
    node.set("falseAlarms", falseAlarms);
    node.set("wrongCauses", wrongCauses);
    return node;
  }

  private static ObjectNode figures(TypeScore score) {
    ObjectNode node = JSON.createObjectNode();
    node.put("expected", score.expected());
    node.put("found", score.found());
    node.put("falseAlarms", score.falseAlarms());
    node.put("reopened", score.reopened());
    node.set("precision", share(score.precision()));
    node.set("recall", share(score.recall()));
    node.put("f1", score.f1());
    node.set("firstCause", share(score.firstCause()));
    node.set("amongThree", share(score.amongThree()));
    node.put("delayMedian", score.delaySeconds(0.5));
    node.put("delayP95", score.delaySeconds(0.95));
    node.put("onsetMedian", score.onsetSeconds(0.5));
    return node;
  }

  private static ObjectNode share(Share share) {
    return JSON.createObjectNode()
        .put("value", share.value())
        .put("least", share.least())
        .put("most", share.most());
  }
}

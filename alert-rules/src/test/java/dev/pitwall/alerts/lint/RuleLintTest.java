package dev.pitwall.alerts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The lint must see what it is there for. */
class RuleLintTest {

  private static final String LOOPS =
      "max by (cluster, job, gen_ai_workflow_name) (pitwall_finding_active) > 0";

  @Test
  void acceptsASoundAlert() {
    assertThat(problems(LOOPS)).isEmpty();
  }

  @Test
  void refusesASeriesThatNobodyEmits() {
    assertThat(problems("max by (cluster, job, gen_ai_workflow_name) (pitwall_finding_activ) > 0"))
        .contains("PitwallSample: nobody emits pitwall_finding_activ");
  }

  @Test
  void refusesALabelThatTheSeriesDoesNotHave() {
    assertThat(
            problems(
                "max by (cluster, job, gen_ai_workflow_name) (pitwall_runs_active{gen_ai_tool_name=\"x\"})"))
        .containsExactly("PitwallSample: pitwall_runs_active has no label gen_ai_tool_name");
  }

  @Test
  void refusesALabelInTheTextThatTheAggregationDrops() {
    assertThat(problems("max by (cluster, job) (pitwall_runs_active) > 0"))
        .containsExactly(
            "PitwallSample: label gen_ai_workflow_name does not survive the expression");
  }

  @Test
  void refusesALabelThatOnlyOneSideOfAnAlternativeHasUnlessItIsAskedFor() {
    String either = LOOPS + " or max by (cluster, job) (pitwall_extension_loaded)";

    assertThat(problems(either))
        .containsExactly(
            "PitwallSample: label gen_ai_workflow_name does not survive the expression");
    assertThat(
            problemsOf(
                either, "description", "{{ with $labels.gen_ai_workflow_name }}{{ . }}{{ end }}"))
        .isEmpty();
    assertThat(problemsOf(LOOPS, "description", "{{ if $labels.gen_ai_tool_name }}x{{ end }}"))
        .containsExactly("PitwallSample: label gen_ai_tool_name does not survive the expression");
  }

  @Test
  void refusesAnAggregationThatMergesClusters() {
    assertThat(problems("max by (job, gen_ai_workflow_name) (pitwall_runs_active) > 0"))
        .containsExactly("PitwallSample: max loses the cluster");
    assertThat(problems("max without (cluster) (pitwall_runs_active) > 0"))
        .containsExactly("PitwallSample: max loses the cluster");
  }

  @Test
  void refusesARateOfAGaugeAndABareCounter() {
    assertThat(
            problems("sum by (cluster, job, gen_ai_workflow_name) (rate(pitwall_runs_active[5m]))"))
        .containsExactly("PitwallSample: pitwall_runs_active is no counter, but rated");
    assertThat(problems("sum by (cluster, job, gen_ai_workflow_name) (pitwall_tokens_used_total)"))
        .containsExactly("PitwallSample: pitwall_tokens_used_total is a counter, but not rated");
  }

  @Test
  void refusesABareIncreaseOfARareCounter() {
    assertThat(
            problems(
                "sum by (cluster, job, gen_ai_workflow_name)"
                    + " (increase(pitwall_findings_opened_total[10m])) > 0"))
        .containsExactly("PitwallSample: a bare increase() > 0 misses a counter's first increment");
  }

  @Test
  void acceptsTheIncreaseOfACounterThatIsBornMeanwhile() {
    String born =
        "sum by (cluster, job, gen_ai_workflow_name) ("
            + "(last_over_time(pitwall_findings_opened_total[%s])"
            + " unless pitwall_findings_opened_total offset %s)"
            + " or increase(pitwall_findings_opened_total[%s])) > 0";

    assertThat(problems(born.formatted("1h", "1h", "1h"))).isEmpty();
    assertThat(problems(born.formatted("1h", "30m", "1h")))
        .contains("PitwallSample: a bare increase() > 0 misses a counter's first increment");
  }

  @Test
  void refusesToPairSeriesOfDifferentClusters() {
    assertThat(problems(LOOPS + " unless on (job) pitwall_extension_loaded"))
        .containsExactly("PitwallSample: unless pairs series of different clusters");
  }

  @Test
  void refusesTextsAndLinksThatHelpNobody() {
    assertThat(problemsWith("summary", "Loop in {{ $labels.job }}."))
        .containsExactly("PitwallSample: summary is not a plain sentence");
    assertThat(problemsWith("description", "Something happened."))
        .containsExactly("PitwallSample: description names nothing");
    assertThat(problemsWith("runbook_url", "https://runbooks.example.com/other"))
        .containsExactly("PitwallSample: runbook_url does not end in /pitwallsample");
    assertThat(problemsWith("dashboard_url", "https://grafana.example.com/"))
        .containsExactly("PitwallSample: dashboard_url leads to no dashboard");
  }

  @Test
  void refusesUnknownSeveritiesAndCategories() {
    Map<String, String> labels = Map.of("severity", "page", "category", "loops");

    assertThat(new RuleLint().problems(List.of(alert(LOOPS, labels, annotations()))))
        .containsExactly(
            "PitwallSample: severity \"page\" is not allowed",
            "PitwallSample: has no known category");
  }

  @Test
  void refusesAHistogramsBoundInOneSpelling() {
    String expr =
        "sum by (cluster, gen_ai_workflow_name)"
            + " (rate(gen_ai_invoke_workflow_duration_seconds_bucket{le%s}[5m])) > 0";

    assertThat(problems(expr.formatted("=~\"300([.]0)?\""))).isEmpty();
    assertThat(problems(expr.formatted("=~\"250([.]0)?\"")))
        .singleElement()
        .asString()
        .startsWith("PitwallSample: no bucket ends at 250.0");
    for (String bound : List.of("=\"300\"", "=\"300.0\"", "=~\"300\"", "!=\"300\"")) {
      assertThat(problems(expr.formatted(bound)))
          .containsExactly(
              "PitwallSample: matches le in one spelling; both are le=~\"300([.]0)?\"");
    }
  }

  @Test
  void refusesARecordedSeriesWithoutTheUsualName() {
    Rule rule = new Rule("runs_active", false, "vector(1)", "0s", Map.of(), Map.of());

    assertThat(new RuleLint().problems(List.of(rule)))
        .containsExactly("runs_active: not named level:metric:operation");
  }

  private static List<String> problems(String expr) {
    return new RuleLint().problems(List.of(alert(expr, labels(), annotations())));
  }

  private static List<String> problemsWith(String annotation, String text) {
    return problemsOf(LOOPS, annotation, text);
  }

  private static List<String> problemsOf(String expr, String annotation, String text) {
    Map<String, String> annotations = annotations();
    annotations.put(annotation, text);
    return new RuleLint().problems(List.of(alert(expr, labels(), annotations)));
  }

  private static Rule alert(
      String expr, Map<String, String> labels, Map<String, String> annotations) {
    return new Rule("PitwallSample", true, expr, "0s", labels, annotations);
  }

  private static Map<String, String> labels() {
    return Map.of("severity", "warning", "category", "conflict");
  }

  private static Map<String, String> annotations() {
    return new HashMap<>(
        Map.of(
            "summary", "Something repeats.",
            "description", "Workflow {{ $labels.gen_ai_workflow_name }} repeats.",
            "runbook_url", "https://runbooks.example.com/pitwall/pitwallsample",
            "dashboard_url", "https://grafana.example.com/d/pitwall-overview?var-job=x"));
  }
}

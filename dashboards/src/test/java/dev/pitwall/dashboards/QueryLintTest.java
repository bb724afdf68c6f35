package dev.pitwall.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.ExternalMetric;
import dev.pitwall.conventions.Instrument;
import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.dashboards.PromqlNames.Selector;
import dev.pitwall.dashboards.signals.Runbooks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query of every panel, annotation and variable uses only what the conventions name. */
class QueryLintTest {

  /** From the resource or from Prometheus, on every series. */
  private static final Set<String> COMMON = Set.of("job", "instance", "cluster");

  private static final Pattern LABEL_VALUES =
      Pattern.compile("label_values\\((.+), (?<label>\\w+)\\)");
  private static final Pattern LEGEND = Pattern.compile("\\{\\{(\\w+)}}");

  private static final Map<String, Set<String>> LABELS_BY_SERIES = labelsBySeries();

  static Stream<String> queries() throws IOException {
    return DashboardLintTest.dashboards()
        .flatMap(
            dashboard ->
                Stream.concat(
                    dashboard.findValuesAsText("expr").stream(),
                    dashboard.findValuesAsText("definition").stream()
                        .map(QueryLintTest::selector)));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void namesOnlySeriesAndLabelsOfTheConventions(String promql) {
    assertThat(unknownNames(promql)).isEmpty();
  }

  @Test
  void wouldNoticeASeriesOrLabelThatNobodyEmits() {
    assertThat(unknownNames("sum by (oops) (pitwall_runs_active{nope=\"x\"}) / pitwall_runs_activ"))
        .containsExactlyInAnyOrder("oops", "pitwall_runs_active{nope}", "pitwall_runs_activ");
  }

  @ParameterizedTest
  @MethodSource("queries")
  void matchesHistogramBoundsInBothSpellings(String promql) {
    assertThat(promql).doesNotContainPattern("le=\"").doesNotContainPattern("le=~\"[\\d.]+\"");
  }

  @ParameterizedTest
  @MethodSource("queries")
  void hardCodesNoServiceNorWorkflow(String promql) {
    assertThat(promql)
        .doesNotContainPattern("(job|instance|cluster|gen_ai_workflow_name)=~?\"[^$]");
  }

  @Test
  void legendsUseOnlyLabelsThatTheQueryKeeps() throws IOException {
    for (JsonNode dashboard : DashboardLintTest.dashboards().toList()) {
      for (JsonNode target : dashboard.findParents("legendFormat")) {
        List<String> kept = PromqlNames.of(target.path("expr").asText()).grouped();
        Matcher legend = LEGEND.matcher(target.path("legendFormat").asText());
        while (legend.find()) {
          assertThat(kept).contains(legend.group(1));
        }
      }
    }
  }

  @Test
  void tableColumnsAreLabelsThatEveryQueryKeeps() throws IOException {
    for (JsonNode dashboard : DashboardLintTest.dashboards().toList()) {
      for (JsonNode panel : DashboardLintTest.panels(dashboard)) {
        List<String> columns = columns(panel);
        for (String promql : panel.path("targets").findValuesAsText("expr")) {
          assertThat(PromqlNames.of(promql).grouped().stream().filter(label -> !label.equals("le")))
              .as(panel.path("title").asText())
              .containsAll(columns);
        }
      }
    }
  }

  private static List<String> unknownNames(String promql) {
    PromqlNames names = PromqlNames.of(promql);
    Set<String> known = new HashSet<>();
    List<String> unknown = new ArrayList<>();
    for (Selector selector : names.selectors()) {
      Set<String> labels = LABELS_BY_SERIES.getOrDefault(selector.series(), Set.of());
      if (labels.isEmpty()) {
        unknown.add(selector.series());
      }
      known.addAll(labels);
      selector.labels().stream()
          .filter(label -> !labels.contains(label))
          .forEach(label -> unknown.add(selector.series() + "{" + label + "}"));
    }
    names.grouped().stream().filter(label -> !known.contains(label)).forEach(unknown::add);
    return unknown;
  }

  private static List<String> columns(JsonNode panel) {
    JsonNode organize = panel.path("transformations").findPath("renameByName");
    return organize.properties().stream()
        .map(Map.Entry::getKey)
        .filter(field -> !field.startsWith("Value") && !field.equals(Runbooks.LABEL))
        .toList();
  }

  /** The selector inside label_values(selector, label), narrowed by that label as well. */
  private static String selector(String definition) {
    Matcher values = LABEL_VALUES.matcher(definition);
    assertThat(values.matches()).as(definition).isTrue();
    return "group by (" + values.group("label") + ") (" + values.group(1) + ")";
  }

  private static Map<String, Set<String>> labelsBySeries() {
    Map<String, Set<String>> labels = new HashMap<>();
    for (Metric metric : Metrics.all()) {
      Set<String> allowed = new HashSet<>(COMMON);
      metric.attributes().stream().map(Attribute::label).forEach(allowed::add);
      for (String series : metric.prometheusSeries()) {
        labels.put(series, allowed);
        if (metric.instrument() == Instrument.HISTOGRAM && series.endsWith("_bucket")) {
          labels.put(
              series, Stream.concat(allowed.stream(), Stream.of("le")).collect(Collectors.toSet()));
        }
      }
    }
    for (ExternalMetric external : ExternalMetric.all()) {
      Set<String> allowed = new HashSet<>(COMMON);
      allowed.addAll(external.labels());
      labels.put(external.series(), allowed);
    }
    // An alert has the labels that its rule keeps as well.
    Metrics.FINDING_ACTIVE.attributes().stream()
        .map(Attribute::label)
        .forEach(label -> labels.getOrDefault("ALERTS", new HashSet<>()).add(label));
    return labels;
  }
}

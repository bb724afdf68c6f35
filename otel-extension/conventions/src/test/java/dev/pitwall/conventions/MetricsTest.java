package dev.pitwall.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {

  @Test
  void listsEveryConstant() throws IllegalAccessException {
    List<Metric> constants = new ArrayList<>();
    for (Class<?> holder :
        List.of(
            GenAiMetrics.class,
            InferenceMetrics.class,
            McpMetrics.class,
            PlanMetrics.class,
            ControlMetrics.class,
            Metrics.class)) {
      for (var field : holder.getDeclaredFields()) {
        if (Modifier.isPublic(field.getModifiers())) {
          constants.add((Metric) field.get(null));
        }
      }
    }
    assertThat(Metrics.all()).containsExactlyElementsOf(constants);
  }

  @Test
  void namesMeanTheSameOnBothPathsToPrometheus() {
    assertThat(Metrics.all())
        .allSatisfy(
            metric -> {
              assertThat(metric.name()).matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");
              assertThat(metric.name()).doesNotMatch(".*\\.(info|total|count|sum|bucket)");
              if (metric.unit().equals("1") && metric.instrument() == Instrument.GAUGE) {
                assertThat(metric.name()).endsWith(".ratio");
              }
            });
    for (Metric metric : Metrics.all()) {
      assertThat(Metrics.all())
          .extracting(Metric::name)
          .noneMatch(other -> other.startsWith(metric.name() + "."));
    }
  }

  @Test
  void derivesPrometheusSeries() {
    assertThat(Metrics.HANDOFF_ACCEPT_DURATION.prometheusSeries())
        .containsExactly(
            "pitwall_handoff_accept_duration_seconds_bucket",
            "pitwall_handoff_accept_duration_seconds_sum",
            "pitwall_handoff_accept_duration_seconds_count");
    assertThat(Metrics.FINDINGS_OPENED.prometheusName()).isEqualTo("pitwall_findings_opened_total");
    assertThat(Metrics.RUNS_IDLE.prometheusName()).isEqualTo("pitwall_runs_idle_age_seconds");
    assertThat(Metrics.RUN_PROGRESS.prometheusName()).isEqualTo("pitwall_run_progress_ratio");
  }

  @Test
  void labelsOfAMetricAreDistinct() {
    assertThat(Metrics.all())
        .allSatisfy(
            metric ->
                assertThat(
                        Arrays.asList(metric.attributes().stream().map(Attribute::label).toArray()))
                    .doesNotHaveDuplicates());
  }
}

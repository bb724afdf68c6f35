package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An application that makes up ten thousand workflows, agents, models and tools. */
class CardinalityIT {

  private static final int JOBS = 10_000;
  private static final int LONGEST_NAME = 128;

  @Test
  void namesWithoutEndMakeBoundedSeries() throws IOException, InterruptedException {
    Attached watched = run();
    assertThat(watched.exit()).isZero();
    assertThat(watched.out()).contains("done " + JOBS);
    assertThat(watched.log()).noneMatch(line -> line.contains("Pitwall failed"));

    for (String metric :
        List.of(
            "gen_ai.invoke_workflow.duration",
            "gen_ai.invoke_agent.duration",
            "gen_ai.execute_tool.duration",
            "gen_ai.client.operation.duration",
            "pitwall.handoff.work.duration")) {
      List<JsonNode> points = points(watched, metric);
      assertThat(points).as(metric).hasSizeBetween(200, 202);
      assertThat(points.stream().mapToLong(point -> point.path("count").asLong()).sum())
          .as(metric)
          .isGreaterThanOrEqualTo(JOBS);
      assertThat(points).allSatisfy(CardinalityIT::isOurs);
    }
    assertThat(points(watched, "pitwall.labels.overflowed"))
        .extracting(point -> Attached.attribute(point, "pitwall.metric.name"))
        .contains("gen_ai.invoke_workflow.duration", "gen_ai.execute_tool.duration");
    assertThat(points(watched, "pitwall.errors.suppressed")).isEmpty();
  }

  private static void isOurs(JsonNode point) {
    point
        .path("attributes")
        .forEach(
            attribute -> {
              assertThat(attribute.path("key").asText()).isNotEqualTo("otel.metric.overflow");
              assertThat(attribute.path("value").path("stringValue").asText())
                  .hasSizeLessThanOrEqualTo(LONGEST_NAME)
                  .doesNotContain("\n", "\0");
            });
  }

  private static Attached run() throws IOException, InterruptedException {
    List<String> flags = new ArrayList<>(Attached.flags(Attached.NEWEST));
    flags.add("-Dotel.traces.exporter=none");
    flags.add("-Dotel.logs.exporter=none");
    // Once, at the end.
    flags.add("-Dotel.metric.export.interval=3600000");
    flags.add("-Xmx128m");
    return Attached.run(
        Attached.applicationClassPath(),
        "dev.pitwall.distribution.app.NamesApp",
        flags,
        String.valueOf(JOBS));
  }

  private static List<JsonNode> points(Attached watched, String metric) {
    List<JsonNode> points = new ArrayList<>();
    for (JsonNode each : watched.metrics(metric)) {
      each.path("histogram").path("dataPoints").forEach(points::add);
      each.path("sum").path("dataPoints").forEach(points::add);
    }
    return points;
  }
}

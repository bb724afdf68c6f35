package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted and found does not depend on which traces are kept. */
class SamplingIT {

  private static Attached everything;

  @BeforeAll
  static void keepEverything() throws IOException, InterruptedException {
    everything = run("always_on", "01");
    assertThat(everything.spanNames()).contains("invoke_workflow desk");
    assertThat(counts(everything))
        .containsKeys(
            "gen_ai.invoke_workflow.duration", "pitwall.findings.opened", "pitwall.tokens.used");
  }

  @ParameterizedTest(name = "sampler {0}, remote parent {1}, spans {2}")
  @CsvSource({
    "always_off, 01, false",
    "traceidratio, 01, false",
    "parentbased_always_on, 00, false",
    "parentbased_always_on, 01, true"
  })
  void countsAndFindsTheSame(String sampler, String parent, boolean spans)
      throws IOException, InterruptedException {
    Attached sampled = run(sampler, parent);
    assertThat(sampled.out()).containsExactlyElementsOf(everything.out());
    assertThat(sampled.spanNames().contains("invoke_workflow desk")).isEqualTo(spans);
    assertThat(counts(sampled)).isEqualTo(counts(everything));
    assertThat(story(sampled)).isEqualTo(story(everything));
    assertThat(sampled.log()).noneMatch(line -> line.contains("Pitwall failed"));
  }

  private static Attached run(String sampler, String parent)
      throws IOException, InterruptedException {
    List<String> flags = new ArrayList<>(Attached.flags(Attached.NEWEST));
    flags.add("-Dotel.traces.sampler=" + sampler);
    if (sampler.equals("traceidratio")) {
      // The trace id of the remote parent is not among these ten in a hundred.
      flags.add("-Dotel.traces.sampler.arg=0.1");
    }
    Attached attached =
        Attached.run(
            Attached.applicationClassPath(),
            "dev.pitwall.distribution.app.ServedDeskApp",
            flags,
            parent);
    assertThat(attached.exit()).as(String.join("\n", attached.log())).isZero();
    return attached;
  }

  /** Of each counter and histogram of ours: its series with what was counted at the last export. */
  private static Map<String, Map<String, Long>> counts(Attached attached) {
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    for (JsonNode metric : attached.metrics()) {
      String name = metric.path("name").asText();
      if (name.startsWith("pitwall.") || name.startsWith("gen_ai.")) {
        for (JsonNode point : metric.path("sum").path("dataPoints")) {
          count(counts, name, point, point.path("asInt").asLong());
        }
        for (JsonNode point : metric.path("histogram").path("dataPoints")) {
          count(counts, name, point, point.path("count").asLong());
        }
      }
    }
    return counts;
  }

  private static void count(
      Map<String, Map<String, Long>> counts, String name, JsonNode point, long value) {
    counts
        .computeIfAbsent(name, unseen -> new TreeMap<>())
        .put(point.path("attributes").toString(), value);
  }

  /** The workflow log's events, and of each what it says that is not an id or a time. */
  private static List<String> story(Attached attached) {
    return attached.events().stream()
        .map(
            event ->
                event.path("eventName").asText()
                    + " "
                    + Attached.attribute(event, "pitwall.finding.type")
                    + " "
                    + Attached.attribute(event, "pitwall.finding.cause"))
        .toList();
  }
}

package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Equal work is known by what agents are called with, in the real agent. */
class DuplicateWorkIT {

  private static final String APPLICATION = "dev.pitwall.distribution.app.TwiceApp";

  @Test
  void twoBranchesThatHaveOneTopicResearchedAreFoundAndNothingOfItLeaves()
      throws IOException, InterruptedException {
    List<String> flags = new ArrayList<>(Attached.flags(Attached.NEWEST));
    // The scripted model answers at once.
    flags.add("-Dpitwall.detector.duplicate-work.least=0s");
    Attached twice = Attached.run(Attached.applicationClassPath(), APPLICATION, flags);
    assertThat(twice.exit()).isZero();
    assertThat(twice.log()).noneMatch(line -> line.contains("Pitwall failed"));

    List<JsonNode> found =
        twice.events().stream()
            .filter(event -> event.path("eventName").asText().equals("pitwall.finding.opened"))
            .toList();
    assertThat(found)
        .extracting(event -> Attached.attribute(event, "pitwall.finding.type"))
        .containsExactly("duplicate_work");
    assertThat(Attached.attribute(found.get(0), "gen_ai.workflow.name")).isEqualTo("same");
    assertThat(Attached.attribute(found.get(0), "pitwall.finding.cause"))
        .isIn("edge:market → researcher", "edge:history → researcher");
    assertThat(hashes(twice, "same")).hasSize(1);
    assertThat(hashes(twice, "each")).hasSize(2);
    assertThat(twice.err()).noneMatch(line -> line.contains("the-secret-topic"));
  }

  private static List<String> hashes(Attached twice, String workflow) {
    String run =
        twice.spans().stream()
            .filter(span -> span.path("name").asText().equals("invoke_workflow " + workflow))
            .map(span -> Attached.attribute(span, "pitwall.run.id"))
            .findFirst()
            .orElseThrow();
    return twice.spans().stream()
        .filter(span -> span.path("name").asText().equals("invoke_agent researcher"))
        .filter(span -> Attached.attribute(span, "pitwall.run.id").equals(run))
        .map(span -> Attached.attribute(span, "pitwall.input.hash"))
        .distinct()
        .toList();
  }
}

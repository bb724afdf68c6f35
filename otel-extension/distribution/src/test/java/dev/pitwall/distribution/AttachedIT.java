package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The extension in the real agent, with helpers injected and isolated, on the oldest and the newest
 * agent.
 */
class AttachedIT {

  private static final String DESK = "dev.pitwall.distribution.app.DeskApp";

  static Stream<Arguments> agents() {
    return Stream.of(
        Arguments.of(Attached.OLDEST, false),
        Arguments.of(Attached.OLDEST, true),
        Arguments.of(Attached.NEWEST, false),
        Arguments.of(Attached.NEWEST, true));
  }

  @ParameterizedTest(name = "agent {0}, isolated helpers {1}")
  @MethodSource("agents")
  void watchesAWholeRunAndChangesNothing(String agent, boolean isolated)
      throws IOException, InterruptedException {
    Attached bare = Attached.run(Attached.applicationClassPath(), DESK, List.of());
    Attached watched = run(agent, isolated);

    assertThat(watched.exit()).isEqualTo(bare.exit()).isZero();
    assertThat(bare.out()).contains("bridge absent");
    // The one class the application can see of us is on the bootstrap loader, which prints as null.
    assertThat(watched.out())
        .containsExactlyElementsOf(
            bare.out().stream().map(line -> line.replace("bridge absent", "bridge null")).toList());
    assertThat(watched.log())
        .noneMatch(line -> line.contains("mismatched") || line.contains("Pitwall failed"));

    assertThat(watched.spanNames())
        .containsExactlyInAnyOrder(
            "invoke_workflow desk",
            "invoke_agent researcher",
            "chat",
            "execute_tool search",
            "chat",
            "invoke_workflow review",
            "invoke_agent critic",
            "chat",
            "invoke_agent critic",
            "chat",
            "approval release",
            // The second run fails in its first step.
            "invoke_workflow desk",
            "invoke_agent researcher",
            "chat");
    assertParents(watched);
    assertThat(firstRun(watched))
        .extracting(event -> Long.parseLong(Attached.attribute(event, "pitwall.event.sequence")))
        .containsExactlyElementsOf(LongStream.range(0, firstRun(watched).size()).boxed().toList());
    assertThat(firstRun(watched))
        .extracting(event -> event.path("eventName").asText())
        .startsWith("pitwall.run.started", "pitwall.handoff.offered", "pitwall.handoff.accepted")
        .contains(
            "gen_ai.evaluation.result", "pitwall.approval.requested", "pitwall.approval.decided")
        .endsWith("pitwall.run.completed");
    assertThat(watched.metrics("pitwall.findings.opened")).isEmpty();
    assertThat(watched.metrics("pitwall.tokens.used")).isNotEmpty();
  }

  @Test
  void findsALoopWhileItLasts() throws IOException, InterruptedException {
    Attached watched =
        Attached.run(
            Attached.applicationClassPath(), DESK, Attached.flags(Attached.NEWEST), "loop");
    JsonNode finding =
        watched.events().stream()
            .filter(event -> event.path("eventName").asText().equals("pitwall.finding.opened"))
            .findFirst()
            .orElseThrow();
    assertThat(Attached.attribute(finding, "pitwall.finding.type")).isEqualTo("loop");
    assertThat(Attached.attribute(finding, "pitwall.finding.cause")).isEqualTo("agent:researcher");
    assertThat(watched.metrics("pitwall.findings.opened")).isNotEmpty();
  }

  @Test
  void contentNeverLeaves() throws IOException, InterruptedException {
    Attached watched = run(Attached.NEWEST, false);
    assertThat(watched.spans()).isNotEmpty();
    assertThat(Stream.concat(watched.out().stream(), watched.err().stream()))
        .noneMatch(line -> line.contains("the-secret-topic"));
  }

  @Test
  void anOrderlyEndLeavesNothingOpen() throws IOException, InterruptedException {
    Attached watched = run(Attached.NEWEST, false);
    assertThat(lastValues(watched, "pitwall.extension.loaded")).containsOnly(0.0);
  }

  @Test
  void worksUnderDeclarativeConfiguration() throws IOException, InterruptedException {
    Attached watched = DeclarativeConfiguration.run(DESK);
    assertThat(watched.exit()).isZero();
    assertThat(watched.log()).anyMatch(line -> line.contains("is watching"));
    assertThat(String.join("\n", watched.out()) + String.join("\n", watched.err()))
        .contains("invoke_workflow desk");
  }

  @Test
  void oneSettingLeavesEveryClassOfTheApplicationUntouched()
      throws IOException, InterruptedException {
    List<String> flags = new ArrayList<>(Attached.flags(Attached.NEWEST));
    flags.add("-Dotel.instrumentation.pitwall.enabled=false");
    Attached watched = Attached.run(Attached.applicationClassPath(), DESK, flags);
    assertThat(watched.exit()).isZero();
    assertThat(watched.out()).contains("result approved");
    assertThat(watched.spans()).isEmpty();
  }

  @Test
  void reachesHooksBesideAClassLoaderThatAsksNobody() throws IOException, InterruptedException {
    for (String agent : List.of(Attached.OLDEST, Attached.NEWEST)) {
      Attached watched =
          Attached.run(
              Attached.applicationClassPath(),
              "dev.pitwall.distribution.app.RestrictedApp",
              Attached.flags(agent));
      assertThat(watched.exit()).isZero();
      assertThat(watched.out()).contains("result approved", "bridge null");
      assertThat(watched.spanNames())
          .contains("invoke_workflow desk", "invoke_agent researcher", "execute_tool search");
      assertThat(watched.log()).noneMatch(line -> line.contains("Pitwall failed"));
    }
  }

  @Test
  void aFileSystemThatCannotBeWrittenTurnsPitwallOffAndNothingElse()
      throws IOException, InterruptedException {
    List<String> flags = new ArrayList<>(Attached.flags(Attached.NEWEST));
    flags.add("-Djava.io.tmpdir=/nonexistent");
    Attached watched = Attached.run(Attached.applicationClassPath(), DESK, flags);
    assertThat(watched.exit()).isZero();
    assertThat(watched.out()).contains("result approved", "bridge absent");
    assertThat(watched.log().stream().filter(line -> line.contains("Pitwall is off"))).hasSize(1);
  }

  private static Attached run(String agent, boolean isolated)
      throws IOException, InterruptedException {
    List<String> flags = new ArrayList<>(Attached.flags(agent));
    flags.add("-Dotel.javaagent.experimental.indy=" + isolated);
    return Attached.run(Attached.applicationClassPath(), DESK, flags);
  }

  private static void assertParents(Attached watched) {
    for (JsonNode span : watched.spans()) {
      String name = span.path("name").asText();
      String parent =
          watched.spans().stream()
              .filter(other -> other.path("spanId").equals(span.path("parentSpanId")))
              .map(other -> other.path("name").asText())
              .findFirst()
              .orElse("");
      assertThat(parent)
          .as("parent of %s", name)
          .isIn(
              switch (name) {
                case "invoke_workflow desk" -> List.of("");
                case "invoke_agent critic" -> List.of("invoke_workflow review");
                case "chat" -> List.of("invoke_agent researcher", "invoke_agent critic");
                case "execute_tool search" -> List.of("invoke_agent researcher");
                default -> List.of("invoke_workflow desk");
              });
    }
  }

  private static List<JsonNode> firstRun(Attached watched) {
    String run = Attached.attribute(watched.events().get(0), "pitwall.run.id");
    return watched.events().stream()
        .filter(event -> Attached.attribute(event, "pitwall.run.id").equals(run))
        .toList();
  }

  private static List<Double> lastValues(Attached watched, String metric) {
    List<JsonNode> exports = watched.metrics(metric);
    List<Double> values = new ArrayList<>();
    exports
        .get(exports.size() - 1)
        .path("gauge")
        .path("dataPoints")
        .forEach(point -> values.add(point.path("asDouble").asDouble()));
    return values;
  }
}

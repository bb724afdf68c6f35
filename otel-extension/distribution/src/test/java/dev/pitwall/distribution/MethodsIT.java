package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods of an application's own classes, mapped by a file or by annotations. */
class MethodsIT {

  private static final String PLAIN = "dev.pitwall.distribution.app.PlainApp";
  private static final String ANNOTATED = "dev.pitwall.distribution.app.AnnotatedApp";
  private static final String ISOLATED = "-Dotel.javaagent.experimental.indy=true";

  private static final String FILE =
      """
      methods:
        - class: dev.pitwall.distribution.app.PlainApp$Press
          method: publish
          workflow: ${this.name}
        - class: dev.pitwall.distribution.app.PlainApp$Press
          method: write
          agent: writer
          task:
            id: ${args[0].id}
            type: write-${args[0].kind}
            agent: writer
            after: ${args[0].after}
        - class: dev.pitwall.distribution.app.PlainApp$Checker
          method: check
          parameters: [dev.pitwall.distribution.app.PlainApp$Chapter, int]
          gate:
            name: style
            task: ${args[0].id}
            passed: ${result.good}
            score: ${result.points}
            max: 10
        - class: dev.pitwall.distribution.app.PlainApp$Press
          method: put
          handoff:
            source: writer
            target: print-queue
            recipient: queue
            id: ${args[0].id}
            stage: offer
        - class: dev.pitwall.distribution.app.PlainApp$Press
          method: print
          handoff:
            id: ${args[0].id}
            stage: work
        - class: dev.pitwall.distribution.app.PlainApp$Press
          method: confirm
          approval: release
        - class: dev.pitwall.distribution.app.PlainApp$Press
          method: bind
          milestone: bound
        - class: dev.pitwall.distribution.app.PlainApp$Press
          method: prnt
          milestone: printed
        - class: dev.pitwall.distribution.app.PlainApp$Press
          method: write
          tsk: {}
      """;

  @TempDir private static Path folder;

  static List<List<String>> agents() {
    return Stream.of(Attached.OLDEST, Attached.NEWEST)
        .flatMap(
            agent ->
                Stream.of(Attached.flags(agent), with(Attached.flags(agent), List.of(ISOLATED))))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("agents")
  void anApplicationThatKnowsNothingIsWatched(List<String> flags)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("methods.yaml"), FILE);
    Attached watched = same(PLAIN, with(flags, List.of("-Dpitwall.methods.file=" + file)));

    assertThat(names(watched, "night-press"))
        .startsWith("run.started", "task.created", "task.started")
        .containsSubsequence(
            "task.completed",
            "gen_ai.evaluation.result",
            "gate.decided",
            "task.reworked",
            "gen_ai.evaluation.result",
            "gate.decided",
            "handoff.offered")
        .containsSubsequence("handoff.offered", "handoff.accepted", "handoff.completed")
        .containsSubsequence("approval.requested", "approval.decided", "milestone.reached")
        .contains("run.completed", "task.failed", "run.failed");
    assertThat(watched.spanNames())
        .contains("invoke_workflow night-press", "invoke_agent writer", "approval release");
    JsonNode second = event(watched, "task.created", 1);
    assertThat(Attached.attribute(second, "pitwall.task.id")).isEqualTo("two");
    assertThat(Attached.attribute(second, "pitwall.task.type")).isEqualTo("write-FINAL");
    assertThat(second.toString()).contains("\"one\"");
    assertThat(watched.sum("pitwall.handoffs.completed")).isEqualTo(2);
    assertThat(watched.sum("pitwall.gates.decided")).isEqualTo(4);
    assertThat(watched.sum("pitwall.errors.suppressed")).isZero();
    assertThat(watched.log())
        .anyMatch(line -> line.contains("methods.yaml, line 43") && line.contains("\"prnt\""))
        .anyMatch(line -> line.contains("methods.yaml, line 46") && line.contains("\"tsk\""));
  }

  @ParameterizedTest
  @MethodSource("agents")
  void anApplicationThatAnnotatesItsMethodsIsWatched(List<String> flags)
      throws IOException, InterruptedException {
    Attached watched = same(ANNOTATED, flags);
    assertThat(names(watched, "annotated-desk"))
        .containsExactly(
            "run.started",
            "task.created",
            "task.started",
            "task.completed",
            "run.progressed",
            "handoff.offered",
            "handoff.accepted",
            "handoff.completed",
            // The score, and the verdict.
            "gen_ai.evaluation.result",
            "gen_ai.evaluation.result",
            "gate.decided",
            "approval.requested",
            "approval.decided",
            "milestone.reached",
            "run.completed");
    assertThat(watched.spanNames())
        .containsExactlyInAnyOrder(
            "invoke_workflow annotated-desk", "invoke_agent writer", "approval release");
    assertThat(watched.log())
        .filteredOn(line -> line.contains("misread"))
        .singleElement()
        .asString()
        .contains("\"type\" has no value", "no public getter, component or field nothing");
    assertThat(lastValue(watched, "pitwall.signals.dropped", "expression")).isEqualTo(2);
    assertThat(watched.sum("pitwall.errors.suppressed")).isZero();
  }

  @Test
  void theFileIsFoundUnderADeclarativeConfiguration() throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("declared.yaml"), FILE);
    String settings =
        """
        instrumentation/development:
          java:
            pitwall:
              methods:
                file: %s
        """
            .formatted(file);
    Attached watched = DeclarativeConfiguration.run(Attached.NEWEST, settings, PLAIN);
    assertThat(watched.exit()).isZero();
    assertThat(String.join("\n", watched.out()) + String.join("\n", watched.err()))
        .contains("invoke_workflow night-press");
  }

  @Test
  void withoutAFileNoMethodIsTouched() throws IOException, InterruptedException {
    Attached watched = same(PLAIN, Attached.flags(Attached.NEWEST));
    assertThat(watched.spans()).isEmpty();
    assertThat(watched.log()).noneMatch(line -> line.contains("WARN"));
  }

  private static Attached same(String application, List<String> flags)
      throws IOException, InterruptedException {
    String classPath = Attached.applicationClassPath("pitwall-api");
    Attached bare = Attached.run(classPath, application, List.of());
    Attached watched = Attached.run(classPath, application, flags);
    assertThat(bare.exit()).isZero();
    assertThat(watched.exit()).isZero();
    // Two threads print, each in its own order.
    assertThat(watched.out()).containsExactlyInAnyOrderElementsOf(bare.out());
    assertThat(watched.log()).noneMatch(line -> line.contains("Pitwall failed"));
    return watched;
  }

  private static List<String> with(List<String> flags, List<String> more) {
    List<String> all = new ArrayList<>(flags);
    all.addAll(more);
    return all;
  }

  private static List<JsonNode> events(Attached watched, String workflow) {
    return watched.events().stream()
        .filter(event -> Attached.attribute(event, "gen_ai.workflow.name").equals(workflow))
        .sorted(
            Comparator.comparing((JsonNode event) -> Attached.attribute(event, "pitwall.run.id"))
                .thenComparingLong(
                    event -> Long.parseLong(Attached.attribute(event, "pitwall.event.sequence"))))
        .toList();
  }

  private static List<String> names(Attached watched, String workflow) {
    return events(watched, workflow).stream()
        .map(event -> event.path("eventName").asText().replace("pitwall.", ""))
        .toList();
  }

  private static long lastValue(Attached watched, String counter, String reason) {
    List<JsonNode> exports = watched.metrics(counter);
    for (JsonNode point : exports.get(exports.size() - 1).path("sum").path("dataPoints")) {
      if (Attached.attribute(point, "pitwall.drop.reason").equals(reason)) {
        return point.path("asInt").asLong();
      }
    }
    return 0;
  }

  private static JsonNode event(Attached watched, String name, int index) {
    return watched.events().stream()
        .filter(event -> event.path("eventName").asText().equals("pitwall." + name))
        .sorted(Comparator.comparingLong(event -> event.path("timeUnixNano").asLong()))
        .toList()
        .get(index);
  }
}

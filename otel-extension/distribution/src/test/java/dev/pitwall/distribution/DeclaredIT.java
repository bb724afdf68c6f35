package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application that uses the API, alone and in the real agent. */
class DeclaredIT {

  private static final String APPLICATION = "dev.pitwall.distribution.app.DeclaredApp";
  private static final String CLASS_PATH = Attached.applicationClassPath("pitwall-api");
  private static final String ISOLATED = "-Dotel.javaagent.experimental.indy=true";

  private static Attached bare;
  private static Attached watched;

  @BeforeAll
  static void run() throws IOException, InterruptedException {
    bare = Attached.run(CLASS_PATH, APPLICATION, List.of(), "whole");
    watched = Attached.run(CLASS_PATH, APPLICATION, Attached.flags(Attached.NEWEST), "whole");
  }

  static List<List<String>> otherAgents() {
    return List.of(
        Attached.flags(Attached.OLDEST),
        with(Attached.flags(Attached.OLDEST), ISOLATED),
        with(Attached.flags(Attached.NEWEST), ISOLATED));
  }

  @Test
  void changesNothing() {
    assertSame(watched);
    assertThat(bare.err())
        .filteredOn(line -> line.contains("Pitwall:"))
        .as("without the agent nothing is misused, because nothing is begun")
        .isEmpty();
    assertThat(watched.applicationErr())
        .filteredOn(line -> line.contains("was not closed before"))
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("otherAgents")
  void worksTheSameInEveryAgent(List<String> flags) throws IOException, InterruptedException {
    Attached other = Attached.run(CLASS_PATH, APPLICATION, flags, "whole");
    assertSame(other);
    for (String workflow : List.of("publishing", "guarded", "stopped", "forgetful")) {
      assertThat(events(other, workflow)).isEqualTo(events(watched, workflow));
    }
  }

  @Test
  void theLogTellsTheWholeStory() {
    assertThat(events(watched, "publishing"))
        .startsWith("run.planned", "run.authorized", "run.started", "task.created")
        .containsSubsequence(
            "task.created",
            "task.started",
            "run.progressed",
            "task.blocked",
            "task.started",
            "task.completed",
            "milestone.reached")
        .containsSubsequence("task.started", "task.completed", "handoff.offered")
        .containsSubsequence(
            "handoff.offered",
            "handoff.accepted",
            "handoff.completed",
            "handoff.offered",
            "handoff.accepted",
            "handoff.failed",
            "handoff.offered",
            "handoff.rejected",
            "handoff.offered",
            "handoff.accepted",
            "handoff.completed",
            "gate.decided",
            "task.reworked",
            "gate.decided",
            "gen_ai.evaluation.result",
            "approval.requested",
            "approval.decided",
            "run.paused",
            "run.resumed",
            "contingency.activated",
            "run.recovered",
            "run.progressed",
            "milestone.reached")
        .endsWith("run.completed")
        .noneMatch(name -> name.startsWith("finding."));
    JsonNode planned = event("publishing", "run.planned");
    assertThat(Attached.attribute(planned, "pitwall.plan.hash")).isEqualTo("4f2a");
    assertThat(Attached.attribute(planned, "pitwall.authorization.required")).isEqualTo("true");
    assertThat(Attached.attribute(planned, "pitwall.budget.tokens")).isEqualTo("1000000");
    JsonNode authorized = event("publishing", "run.authorized");
    assertThat(Attached.attribute(authorized, "user.id")).isEqualTo("ada");
    assertThat(Attached.attribute(authorized, "pitwall.plan.reviewed")).isEqualTo("true");
    // Who answered the framework's own questions is not known.
    assertThat(watched.events())
        .filteredOn(event -> event.path("eventName").asText().equals("pitwall.approval.decided"))
        .extracting(event -> Attached.attribute(event, "user.id"))
        .contains("ada", "");
    assertThat(events(watched, "stopped")).endsWith("run.failed");
  }

  @Test
  void whatIsDoneForATaskCarriesItAcrossThreads() {
    assertThat(tasksOf("chat")).contains("research", "print");
    assertThat(tasksOf("execute_tool search")).contains("research", "print");
    assertThat(watched.spans())
        .filteredOn(span -> span.path("name").asText().equals("invoke_workflow desk"))
        .filteredOn(span -> !Attached.attribute(span, "pitwall.task.id").isEmpty())
        .hasSize(2);
    assertThat(watched.spanNames())
        .contains("invoke_workflow publishing", "approval release", "approval data-access");
  }

  @Test
  void metricsCount() {
    assertThat(watched.sum("pitwall.runs.authorized")).isEqualTo(2);
    assertThat(watched.sum("pitwall.gates.decided")).isEqualTo(2);
    assertThat(watched.sum("pitwall.tasks.reworked")).isEqualTo(1);
    assertThat(watched.sum("pitwall.contingencies.activated")).isEqualTo(1);
    assertThat(watched.sum("pitwall.runs.recovered")).isEqualTo(1);
    assertThat(watched.metrics("pitwall.task.duration")).isNotEmpty();
    assertThat(watched.metrics("pitwall.milestone.duration")).isNotEmpty();
    assertThat(watched.metrics("pitwall.emergency_stop.engaged")).isNotEmpty();
    // What is said after the last run has ended, though one has left a task open.
    assertThat(watched.sum("pitwall.signals.dropped")).isEqualTo(2);
    assertThat(watched.sum("pitwall.errors.suppressed")).isZero();
  }

  @Test
  void findsWhatOnlyTheApplicationCouldTell() {
    assertThat(findings(watched, "unpermitted")).containsExactly("unauthorized_run");
    assertThat(findings(watched, "guarded")).containsExactly("approval_bypassed");
    assertThat(findings(watched, "stopped")).containsExactly("activity_after_stop");
  }

  @Test
  void findsAHandoffThatNobodyTakesUp() throws IOException, InterruptedException {
    List<String> flags =
        with(
            Attached.flags(Attached.NEWEST),
            "-Dpitwall.detector.handoff-lost.acceptance=1s",
            "-Dpitwall.detector.handoff-lost.floor=1s");
    Attached losing =
        Attached.runUntil("handoff_lost", flags, List.of("-cp", CLASS_PATH, APPLICATION, "lost"));
    assertThat(losing.exit()).isZero();
    assertThat(findings(losing, "losing")).containsExactly("handoff_lost");
    assertThat(events(losing, "losing")).contains("handoff.lost");
  }

  @Test
  void contentNeverLeaves() {
    assertThat(watched.err()).noneMatch(line -> line.contains("the-secret-topic"));
  }

  private static void assertSame(Attached attached) {
    assertThat(bare.exit()).as(String.join("\n", bare.err())).isZero();
    assertThat(attached.exit()).isZero();
    assertThat(attached.out()).containsExactlyElementsOf(bare.out());
    assertThat(attached.log()).noneMatch(line -> line.contains("Pitwall failed"));
  }

  private static List<String> with(List<String> flags, String... more) {
    List<String> all = new ArrayList<>(flags);
    all.addAll(List.of(more));
    return all;
  }

  private static List<String> tasksOf(String span) {
    return watched.spans().stream()
        .filter(each -> each.path("name").asText().equals(span))
        .map(each -> Attached.attribute(each, "pitwall.task.id"))
        .toList();
  }

  private static JsonNode event(String workflow, String name) {
    return watched.events().stream()
        .filter(event -> Attached.attribute(event, "gen_ai.workflow.name").equals(workflow))
        .filter(event -> event.path("eventName").asText().equals("pitwall." + name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> findings(Attached attached, String workflow) {
    return attached.events().stream()
        .filter(event -> event.path("eventName").asText().equals("pitwall.finding.opened"))
        .filter(event -> Attached.attribute(event, "gen_ai.workflow.name").equals(workflow))
        .map(event -> Attached.attribute(event, "pitwall.finding.type"))
        .toList();
  }

  private static List<String> events(Attached attached, String workflow) {
    return attached.events().stream()
        .filter(event -> Attached.attribute(event, "gen_ai.workflow.name").equals(workflow))
        // An order to stop a workflow belongs to none of its runs.
        .filter(event -> !Attached.attribute(event, "pitwall.run.id").isEmpty())
        .sorted(
            Comparator.comparingLong(
                event -> Long.parseLong(Attached.attribute(event, "pitwall.event.sequence"))))
        .map(event -> event.path("eventName").asText().replace("pitwall.", ""))
        .toList();
  }
}

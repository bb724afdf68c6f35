package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every way in which LangChain4j's agents work together, in the real agent. */
class AgenticIT {

  private static Attached patterns;
  private static Attached promises;

  @BeforeAll
  static void run() throws IOException, InterruptedException {
    patterns = same("dev.pitwall.distribution.app.PatternsApp");
    promises = same("dev.pitwall.distribution.app.PromisesApp");
  }

  // What the application prints is the same as without an agent.
  private static Attached same(String application) throws IOException, InterruptedException {
    Attached bare = Attached.run(Attached.applicationClassPath(), application, List.of());
    Attached watched =
        Attached.run(Attached.applicationClassPath(), application, Attached.flags(Attached.NEWEST));
    assertThat(watched.exit()).isEqualTo(bare.exit()).isZero();
    assertThat(watched.out()).isEqualTo(bare.out());
    assertThat(watched.log()).noneMatch(line -> line.contains("Pitwall failed"));
    return watched;
  }

  @Test
  void declaredWorkflowsInEachOther() {
    assertThat(tree(patterns, "declared-desk"))
        .containsExactly(
            "invoke_workflow declared-desk",
            ". invoke_agent work",
            ". . chat",
            ". invoke_workflow declared-review",
            ". . invoke_agent critic",
            ". . . chat",
            ". . invoke_agent critic",
            ". . . chat",
            ". invoke_agent edit",
            ". . chat",
            ". approval release approved",
            ". invoke_agent stamp");
  }

  @Test
  void aConversationIsThatOfTheWorkflowsCaller() {
    assertThat(spans(patterns, "typed"))
        .extracting(span -> Attached.attribute(span, "gen_ai.conversation.id"))
        .containsOnly("conversation-7");
    // A scope of its own has a random id, which is no conversation.
    assertThat(spans(patterns, "router"))
        .extracting(span -> Attached.attribute(span, "gen_ai.conversation.id"))
        .containsOnly("");
  }

  @Test
  void membersThatWorkAtOnceAreBelowTheirWorkflow() {
    assertThat(tree(patterns, "parallel"))
        .containsExactlyInAnyOrder(
            "invoke_workflow parallel",
            ". invoke_workflow pair",
            ". . invoke_agent first",
            ". . . chat",
            ". . invoke_agent second",
            ". . . chat",
            ". invoke_agent left",
            ". . chat",
            ". invoke_agent right",
            ". . chat");
    // Many members of one agent are known by its name.
    assertThat(tree(patterns, "mapper"))
        .containsExactly(
            "invoke_workflow mapper",
            ". invoke_agent each",
            ". . chat",
            ". invoke_agent each",
            ". . chat");
  }

  @Test
  void whoActsIsWhomThePlannerChose() {
    assertThat(tree(patterns, "router"))
        .containsExactly("invoke_workflow router", ". invoke_agent tea", ". . chat");
    assertThat(tree(patterns, "supervisor"))
        .containsExactly(
            "invoke_workflow supervisor",
            ". plan supervisor",
            ". . chat",
            ". invoke_agent left",
            ". . chat",
            ". plan supervisor",
            ". . chat",
            ". invoke_agent right",
            ". . chat",
            ". plan supervisor",
            ". . chat");
    assertThat(tree(patterns, "custom"))
        .containsExactly(
            "invoke_workflow custom",
            ". invoke_agent begin",
            ". . chat",
            ". invoke_agent middle",
            ". . chat",
            ". invoke_agent last",
            ". . chat");
  }

  @Test
  void membersOfTheirOwnThreadsAreBelowTheirWorkflow() {
    assertThat(tree(patterns, "async"))
        .containsExactlyInAnyOrder(
            "invoke_workflow async",
            ". invoke_agent slow",
            ". . chat",
            ". invoke_agent beside",
            ". . chat",
            ". invoke_agent editor",
            ". . chat");
    // The application has its answer, but the run is not over before the janitor is.
    assertThat(tree(patterns, "background"))
        .containsExactly(
            "invoke_workflow background",
            ". invoke_agent quick",
            ". . chat",
            ". invoke_agent janitor");
    assertThat(events(patterns, "background")).last().isEqualTo("run.completed");
  }

  @Test
  void eachAttemptIsSeenAndTheLastOneEndsTheHandoff() {
    assertThat(tree(patterns, "retry"))
        .containsExactly(
            "invoke_workflow retry",
            ". invoke_agent shaky java.lang.IllegalStateException",
            ". . chat java.lang.IllegalStateException",
            ". invoke_agent shaky java.lang.IllegalStateException",
            ". . chat java.lang.IllegalStateException",
            ". invoke_agent shaky",
            ". . chat");
    assertThat(handoffs(patterns, "retry")).containsExactly("offered", "accepted", "completed");
    assertThat(handoffs(patterns, "substitute")).containsExactly("offered", "accepted", "failed");
    assertThat(events(patterns, "substitute")).last().isEqualTo("run.completed");
    assertThat(handoffs(patterns, "fatal")).containsExactly("offered", "accepted", "failed");
    assertThat(events(patterns, "fatal")).last().isEqualTo("run.failed");
  }

  @Test
  void peopleAreAskedSkippedMembersAreNot() {
    assertThat(tree(patterns, "person-late"))
        .containsExactly(
            "invoke_workflow person-late java.lang.IllegalStateException",
            ". approval release java.util.concurrent.TimeoutException expired");
    assertThat(tree(patterns, "person-says-no"))
        .containsExactly("invoke_workflow person-says-no", ". approval release rejected");
    // The optional member that lacked its input.
    assertThat(handoffs(patterns, "person-says-no"))
        .containsExactly("offered", "offered", "accepted", "completed", "rejected");
  }

  @Test
  void anAnswerThatComesLaterEndsTheQuestion() {
    assertThat(tree(promises, "blocking"))
        .containsExactly(
            "invoke_workflow blocking",
            ". invoke_agent writer",
            ". approval release approved",
            ". invoke_agent asked",
            ". invoke_agent printer");
    assertThat(tree(promises, "beside"))
        .containsExactly(
            "invoke_workflow beside",
            ". invoke_agent writer",
            ". approval release rejected",
            ". invoke_agent printer");
    assertThat(tree(promises, "late"))
        .containsExactly(
            "invoke_workflow late java.util.concurrent.TimeoutException",
            ". invoke_agent writer",
            ". approval release java.util.concurrent.TimeoutException expired",
            ". invoke_agent asked");
  }

  @Test
  void aSuspendedRunGoesOnAsTheSame() {
    for (String workflow : List.of("suspended", "patient", "reloaded")) {
      assertThat(tree(promises, workflow))
          .as(workflow)
          .containsExactly(
              "invoke_workflow " + workflow,
              ". invoke_agent writer",
              ". approval release " + (workflow.equals("patient") ? "rejected" : "approved"),
              "invoke_workflow " + workflow,
              ". invoke_agent printer");
      assertThat(events(promises, workflow))
          .as(workflow)
          .containsOnlyOnce("run.started", "run.paused", "run.resumed", "run.completed");
    }
  }

  @Test
  void aNestedWorkflowIsSuspendedWithItsParentAndKeepsItsHandoff() {
    assertThat(tree(promises, "nested"))
        .startsWith(
            "invoke_workflow nested",
            ". invoke_workflow inner",
            ". . invoke_agent writer",
            ". . approval release approved",
            "invoke_workflow nested",
            ". invoke_workflow inner");
  }

  @Test
  void aRunThatNeverEndsIsVisible() {
    assertThat(events(promises, "forgotten"))
        .startsWith("run.started")
        .contains("approval.requested")
        .endsWith("run.paused");
    assertThat(promises.spanNames())
        .contains("invoke_workflow forgotten")
        .filteredOn(name -> name.equals("approval release"))
        // One of each other run, and one that the framework asks again when it resumes.
        .hasSize(8);
    assertThat(everGreaterThanZero(promises, "pitwall.approvals.pending")).isTrue();
    assertThat(everGreaterThanZero(promises, "pitwall.runs.active")).isTrue();
  }

  @Test
  void everyOfferEndsOnceAndNoEventIsMissing() {
    for (Attached watched : List.of(patterns, promises)) {
      Map<String, List<String>> stages = new HashMap<>();
      Map<String, List<Long>> sequences = new HashMap<>();
      for (JsonNode event : watched.events()) {
        String name = event.path("eventName").asText();
        String handoff = Attached.attribute(event, "pitwall.handoff.id");
        if (!handoff.isEmpty()) {
          stages
              .computeIfAbsent(handoff, id -> new ArrayList<>())
              .add(name.substring("pitwall.handoff.".length()));
        }
        sequences
            .computeIfAbsent(Attached.attribute(event, "pitwall.run.id"), id -> new ArrayList<>())
            .add(Long.parseLong(Attached.attribute(event, "pitwall.event.sequence")));
      }
      String forgotten = "offered, accepted";
      assertThat(stages.values().stream().map(each -> String.join(", ", each)))
          .allMatch(
              each ->
                  List.of(
                          "offered, accepted, completed",
                          "offered, accepted, failed",
                          "offered, rejected",
                          forgotten)
                      .contains(each))
          .filteredOn(forgotten::equals)
          .hasSize(watched.equals(promises) ? 1 : 0);
      sequences
          .values()
          .forEach(
              each -> {
                each.sort(null);
                for (int i = 0; i < each.size(); i++) {
                  assertThat(each.get(i)).isEqualTo(i);
                }
              });
    }
  }

  /** The spans of a workflow's runs as a tree, each with its error and decision. */
  private static List<String> tree(Attached watched, String workflow) {
    List<JsonNode> spans = spans(watched, workflow);
    List<String> lines = new ArrayList<>();
    ordered(spans.stream().filter(span -> span.path("parentSpanId").asText().isEmpty()))
        .forEach(root -> render(root, spans, "", lines));
    return lines;
  }

  private static void render(
      JsonNode span, List<JsonNode> spans, String indent, List<String> lines) {
    lines.add(
        Stream.of(
                indent + span.path("name").asText(),
                Attached.attribute(span, "error.type"),
                Attached.attribute(span, "pitwall.approval.result"))
            .filter(part -> !part.isEmpty())
            .reduce((a, b) -> a + " " + b)
            .orElseThrow());
    ordered(spans.stream().filter(child -> child.path("parentSpanId").equals(span.path("spanId"))))
        .forEach(child -> render(child, spans, indent + ". ", lines));
  }

  private static Stream<JsonNode> ordered(Stream<JsonNode> spans) {
    return spans.sorted(Comparator.comparingLong(span -> span.path("startTimeUnixNano").asLong()));
  }

  private static List<JsonNode> spans(Attached watched, String workflow) {
    List<String> runs =
        watched.spans().stream()
            .filter(span -> span.path("name").asText().equals("invoke_workflow " + workflow))
            .map(span -> Attached.attribute(span, "pitwall.run.id"))
            .toList();
    return watched.spans().stream()
        .filter(span -> runs.contains(Attached.attribute(span, "pitwall.run.id")))
        .toList();
  }

  private static List<String> events(Attached watched, String workflow) {
    return watched.events().stream()
        .filter(event -> Attached.attribute(event, "gen_ai.workflow.name").equals(workflow))
        .sorted(
            Comparator.comparingLong(
                event -> Long.parseLong(Attached.attribute(event, "pitwall.event.sequence"))))
        .map(event -> event.path("eventName").asText().substring("pitwall.".length()))
        .toList();
  }

  private static List<String> handoffs(Attached watched, String workflow) {
    return events(watched, workflow).stream()
        .filter(event -> event.startsWith("handoff."))
        .map(event -> event.substring("handoff.".length()))
        .toList();
  }

  private static boolean everGreaterThanZero(Attached watched, String metric) {
    return watched.metrics(metric).stream()
        .flatMap(
            each ->
                Stream.concat(
                    each.path("gauge").path("dataPoints").findValues("asInt").stream(),
                    each.path("gauge").path("dataPoints").findValues("asDouble").stream()))
        .anyMatch(value -> value.asDouble() > 0);
  }
}

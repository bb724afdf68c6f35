package dev.pitwall.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.Declarations;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.RunPlan;
import dev.pitwall.bridge.StopOrder;
import dev.pitwall.bridge.ToolRequest;
import dev.pitwall.bridge.statement.Accepted;
import dev.pitwall.bridge.statement.Answered;
import dev.pitwall.bridge.statement.Asked;
import dev.pitwall.bridge.statement.Authorized;
import dev.pitwall.bridge.statement.Blocked;
import dev.pitwall.bridge.statement.Created;
import dev.pitwall.bridge.statement.Done;
import dev.pitwall.bridge.statement.Offered;
import dev.pitwall.bridge.statement.Progressed;
import dev.pitwall.bridge.statement.Reached;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an application says of its runs itself. */
class DeclarationTest {

  @RegisterExtension
  static final OpenTelemetryExtension telemetry = OpenTelemetryExtension.create();

  private Declarations declarations = Bridge.observer().declarations();

  @BeforeEach
  void start() {
    declarations = Watching.with(telemetry.getOpenTelemetry()).declarations();
  }

  @Test
  void aRunIsPlannedAuthorizedAndExecutedUnderOneId() {
    String run = declarations.plan(plan(true));
    declarations.declare(run, new Authorized("hash", "ada", true, 0, null));
    Operation<Object> work = declarations.startRun("desk", run);
    assertThat(declarations.currentRun()).isEqualTo(run);
    declarations.declare(null, new Reached("draft"));
    declarations.declare(null, new Progressed(null, 1, 2, "part", null));
    work.end(null, null);

    assertThat(declarations.currentRun()).isNull();
    assertThat(events())
        .containsExactly(
            "pitwall.run.planned",
            "pitwall.run.authorized",
            "pitwall.run.started",
            "pitwall.milestone.reached",
            "pitwall.run.progressed",
            "pitwall.run.completed");
    assertThat(telemetry.getLogRecords()).extracting(DeclarationTest::run).containsOnly(run);
    assertThat(span("invoke_workflow desk").getAttributes().get(text("pitwall.run.id")))
        .isEqualTo(run);
  }

  @Test
  void aRunWithoutTheNeededPermissionIsFound() {
    String run = declarations.plan(plan(true));
    declarations.startRun("desk", run).end(null, null);
    assertThat(events()).contains("pitwall.finding.opened", "pitwall.finding.resolved");
    assertThat(count("pitwall.runs.authorized")).isEqualTo(1);
  }

  @Test
  void whatIsDoneForATaskCarriesIt() {
    Operation<Object> work = declarations.startRun("desk", null);
    declarations.declare(null, new Created("t1", "write", "writer", List.of("t0"), 0, "input"));
    Operation<Object> task = declarations.startTask(null, "t1", "writer");
    declarations.declare(null, new Blocked("t1", "resource", "index", "reader", 0));
    Bridge.observer().startToolCall(new ToolRequest("search", "1", "{}")).end(null, null);
    task.end("completed", null);
    work.end(null, null);

    assertThat(Context.current()).isEqualTo(Context.root());
    assertThat(span("execute_tool search").getAttributes().get(text("pitwall.task.id")))
        .isEqualTo("t1");
    assertThat(span("execute_tool search").getAttributes().get(text("pitwall.task.type")))
        .isEqualTo("write");
    assertThat(events())
        .contains(
            "pitwall.task.created",
            "pitwall.task.started",
            "pitwall.task.blocked",
            "pitwall.task.completed");
  }

  @Test
  void aHandoffIsFollowedToItsEnd() {
    Operation<Object> work = declarations.startRun("desk", null);
    declarations.declare(null, new Offered("h1", "writer", "editor", "agent", false, true, null));
    declarations.declare(null, new Accepted("h1"));
    declarations.declare(null, new Done("h1", null));
    declarations.declare(null, new Done("h1", null));
    work.end(null, null);
    assertThat(events())
        .containsSubsequence(
            "pitwall.handoff.offered", "pitwall.handoff.accepted", "pitwall.handoff.completed");
    assertThat(count("pitwall.handoffs.completed")).isEqualTo(1);
    assertThat(count("pitwall.signals.dropped")).isEqualTo(1);
    assertThat(modes("pitwall.handoffs.offered")).containsExactly("pass_control");
    assertThat(modes("pitwall.handoffs.accepted")).containsExactly("pass_control");
    assertThat(modes("pitwall.handoffs.completed")).containsExactly("pass_control");
  }

  @Test
  void aQuestionHasASpanThatLastsUntilTheAnswer() {
    Operation<Object> work = declarations.startRun("desk", null);
    declarations.declare(null, new Asked("q1", "release", "deploy", null));
    assertThat(telemetry.getSpans()).isEmpty();
    declarations.declare(null, new Answered("q1", "approved", "ada"));
    work.end(null, null);
    assertThat(span("approval release").getAttributes().get(text("pitwall.approval.result")))
        .isEqualTo("approved");
  }

  @Test
  void aQuestionThatNobodyAnswersIsCancelledWithItsRun() {
    Operation<Object> work = declarations.startRun("desk", null);
    declarations.declare(null, new Asked("q1", "release", null, null));
    work.end(null, null);
    assertThat(events()).endsWith("pitwall.approval.decided", "pitwall.run.completed");
    assertThat(span("approval release").getAttributes().get(text("pitwall.approval.result")))
        .isEqualTo("cancelled");
  }

  @Test
  void whatIsSaidOfNoRunIsDroppedAndCounted() {
    declarations.declare(null, new Reached("draft"));
    declarations.declare("never-planned", new Reached("draft"));
    assertThat(events()).isEmpty();
    assertThat(count("pitwall.signals.dropped")).isEqualTo(2);
  }

  @Test
  void anEmergencyStopConcernsNoSingleRun() {
    declarations.order(new StopOrder(StopOrder.Action.ENGAGE, null, "ada", "wrong data"));
    assertThat(events()).containsExactly("pitwall.emergency_stop.engaged");
    assertThat(run(telemetry.getLogRecords().get(0))).isNull();
  }

  private static RunPlan plan(boolean authorizationRequired) {
    return new RunPlan(
        "desk", "hash", 2, authorizationRequired, List.of("draft"), List.of(0L), 0, 0, 0, 0, 0);
  }

  private static List<String> events() {
    return telemetry.getLogRecords().stream().map(LogRecordData::getEventName).toList();
  }

  private static @Nullable String run(LogRecordData entry) {
    return entry.getAttributes().get(text("pitwall.run.id"));
  }

  private static SpanData span(String name) {
    return telemetry.getSpans().stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static long count(String metric) {
    return telemetry.getMetrics().stream()
        .filter(found -> found.getName().equals(metric))
        .flatMap(found -> found.getLongSumData().getPoints().stream())
        .mapToLong(LongPointData::getValue)
        .sum();
  }

  private static List<@Nullable String> modes(String metric) {
    return telemetry.getMetrics().stream()
        .filter(found -> found.getName().equals(metric))
        .flatMap(found -> found.getLongSumData().getPoints().stream())
        .map(point -> point.getAttributes().get(text("pitwall.handoff.mode")))
        .toList();
  }

  private static AttributeKey<String> text(String name) {
    return AttributeKey.stringKey(name);
  }
}

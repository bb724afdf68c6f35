package dev.pitwall.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.bridge.AgentStart;
import dev.pitwall.bridge.AgentStart.Role;
import dev.pitwall.bridge.ApprovalRequest;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.HandoffOffer;
import dev.pitwall.bridge.Observer;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.Suspension;
import dev.pitwall.bridge.Topology;
import dev.pitwall.bridge.WorkflowStart;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Members that fail and try again, outlive their workflow's method, or wait to be resumed. */
class MembersTest {

  @RegisterExtension
  static final OpenTelemetryExtension telemetry = OpenTelemetryExtension.create();

  private Observer observer = Bridge.observer();

  @BeforeEach
  void start() {
    observer = Watching.with(telemetry.getOpenTelemetry());
  }

  @Test
  void aHandoffEndsWithTheLastAttempt() {
    Operation<Object> desk = workflow("desk");
    observer.offerHandoff(new HandoffOffer("writer", "w"));
    member("writer", "w").end(null, new IllegalStateException());
    observer.recoverMember("w", true);
    member("writer", "w").end("text", null);
    desk.end("text", null);

    assertThat(spanNames())
        .containsExactly("invoke_agent writer", "invoke_agent writer", "invoke_workflow desk");
    assertThat(values("pitwall.handoff.id"))
        .hasSize(2)
        .containsOnly(values("pitwall.handoff.id").get(0));
    assertThat(handoffEvents()).containsExactly("offered", "accepted", "completed");
  }

  @Test
  void aMemberThatIsGivenUpHasFailedAtOnce() {
    Operation<Object> desk = workflow("desk");
    observer.offerHandoff(new HandoffOffer("writer", "w"));
    member("writer", "w").end(null, new IllegalStateException());
    assertThat(handoffEvents()).containsExactly("offered", "accepted");
    observer.recoverMember("w", false);
    assertThat(handoffEvents()).containsExactly("offered", "accepted", "failed");
    desk.end("substitute", null);
    assertThat(handoffEvents()).containsExactly("offered", "accepted", "failed");
  }

  @Test
  void aFailureOfWhichNothingFollowsIsOneAtTheLatestWhenItsWorkflowEndsOrOffersAnew() {
    Operation<Object> desk = workflow("desk");
    observer.offerHandoff(new HandoffOffer("writer", "w"));
    member("writer", "w").end(null, new IllegalStateException());
    observer.offerHandoff(new HandoffOffer("writer", "w"));
    member("writer", "w").end(null, new IllegalStateException());
    desk.end(null, new IllegalStateException());
    assertThat(handoffEvents())
        .containsExactly("offered", "accepted", "failed", "offered", "accepted", "failed");
  }

  @Test
  void aWorkflowIsNotOverBeforeItsMembersAre() {
    Operation<Object> desk = workflow("desk");
    observer.offerHandoff(new HandoffOffer("janitor", "j"));
    observer.expectMember("j", true);
    Context inside = Context.current();
    desk.end("text", null);
    assertThat(Context.current()).isEqualTo(Context.root());
    assertThat(spanNames()).isEmpty();

    onAnotherThread(inside, () -> member("janitor", "j").end(null, null));

    assertThat(spanNames()).containsExactly("invoke_agent janitor", "invoke_workflow desk");
    assertThat(handoffEvents()).containsExactly("offered", "accepted", "completed");
    assertThat(eventNames()).last().isEqualTo("pitwall.run.completed");
  }

  @Test
  void aMemberThatCouldNotBeStartedHoldsNothingUp() {
    Operation<Object> desk = workflow("desk");
    observer.offerHandoff(new HandoffOffer("janitor", "j"));
    observer.expectMember("j", true);
    observer.expectMember("j", false);
    desk.end("text", null);
    assertThat(spanNames()).containsExactly("invoke_workflow desk");
    assertThat(handoffEvents()).containsExactly("offered", "rejected");
  }

  @Test
  void aMemberGoesOnAsLongAsWhatItIsMadeOf() {
    Operation<Object> desk = workflow("desk");
    Operation<Object> speaker = member("speaker", "s");
    Operation<Object> service = service("SpeakerService");
    service.detach();
    speaker.end("a stream", null);
    desk.end("a stream", null);
    assertThat(spanNames()).isEmpty();

    onAnotherThread(Context.root(), () -> service.end("speech", null));

    assertThat(spanNames()).containsExactly("invoke_agent speaker", "invoke_workflow desk");
    assertThat(values("pitwall.output.hash")).hasSize(1);
  }

  @Test
  void aStreamThatEndsBeforeItsMethodReturnsHoldsNothingUp() {
    Operation<Object> desk = workflow("desk");
    Operation<Object> speaker = member("speaker", "s");
    Operation<Object> service = service("SpeakerService");
    onAnotherThread(Context.root(), () -> service.end("speech", null));
    service.detach();
    speaker.end("a stream", null);
    desk.end("a stream", null);
    assertThat(spanNames()).containsExactly("invoke_agent speaker", "invoke_workflow desk");
  }

  @Test
  void servicesThatPlainCodeCallsAreAgentsThemselves() {
    Operation<Object> desk = workflow("desk");
    Operation<Object> step =
        observer.startAgent(new AgentStart("step", "s", null, null, Role.STEP));
    service("Writer").end("x", null);
    step.end("x", null);
    desk.end("x", null);
    assertThat(spanNames())
        .containsExactly("invoke_agent Writer", "invoke_agent step", "invoke_workflow desk");
  }

  @Test
  void aRemoteAgentIsCalledOnce() {
    Operation<Object> desk = workflow("desk");
    Operation<Object> far =
        observer.startAgent(new AgentStart("far", "f", null, null, Role.REMOTE));
    observer.startAgent(new AgentStart("far", "f", null, null, Role.REMOTE)).end("x", null);
    far.end("x", null);
    desk.end("x", null);
    assertThat(spanNames()).containsExactly("invoke_agent far", "invoke_workflow desk");
    assertThat(telemetry.getSpans().get(0).getKind().name()).isEqualTo("CLIENT");
  }

  @Test
  void aSuspendedRunIsPausedAndGoesOnAsTheSame() {
    Operation<Object> first = workflow("desk", "session-1");
    observer.offerHandoff(new HandoffOffer("inner", "i"));
    Operation<Object> inner = nested("inner", "i");
    observer.offerHandoff(new HandoffOffer("release", "r"));
    Operation<Object> approval = observer.startApproval(new ApprovalRequest("release", "r"));
    approval.detach();
    inner.end(Suspension.UNTIL_RESUMED, null);
    first.end(Suspension.UNTIL_RESUMED, null);
    assertThat(eventNames()).last().isEqualTo("pitwall.run.paused");

    onAnotherThread(Context.root(), () -> approval.end("approved", null));
    Operation<Object> second = workflow("desk", "session-1");
    observer.offerHandoff(new HandoffOffer("inner", "i"));
    nested("inner", "i").end("text", null);
    second.end("text", null);

    assertThat(eventNames())
        .containsExactly(
            "pitwall.run.started",
            "pitwall.handoff.offered",
            "pitwall.handoff.accepted",
            "pitwall.handoff.offered",
            "pitwall.handoff.accepted",
            "pitwall.approval.requested",
            "pitwall.run.paused",
            "pitwall.approval.decided",
            "pitwall.handoff.completed",
            "pitwall.run.resumed",
            "pitwall.run.progressed",
            "pitwall.handoff.completed",
            "pitwall.run.completed");
    assertThat(values("pitwall.run.id")).hasSize(5).containsOnly(values("pitwall.run.id").get(0));
    List<SpanData> desks = spans("invoke_workflow desk");
    assertThat(desks.get(1).getLinks())
        .extracting(link -> link.getSpanContext().getSpanId())
        .containsExactly(desks.get(0).getSpanId());
  }

  @Test
  void anotherSessionIsAnotherRun() {
    workflow("desk", "session-1").end(Suspension.UNTIL_RESUMED, null);
    workflow("desk", "session-2").end("text", null);
    assertThat(values("pitwall.run.id")).doesNotHaveDuplicates();
    assertThat(eventNames())
        .containsExactly(
            "pitwall.run.started",
            "pitwall.run.paused",
            "pitwall.run.started",
            "pitwall.run.completed");
  }

  @Test
  void aRunThatHasEndedOnceIsNotResumed() {
    workflow("desk", "session-1").end(Suspension.UNTIL_RESUMED, null);
    workflow("desk", "session-1").end("text", null);
    workflow("desk", "session-1").end("text", null);
    List<String> runs = values("pitwall.run.id");
    assertThat(runs.get(1)).isEqualTo(runs.get(0));
    assertThat(runs.get(2)).isNotEqualTo(runs.get(0));
  }

  @Test
  void aQuestionIsExpiredWhenItsTimeIsUpAndCancelledWhenItsRunIsOver() {
    Operation<Object> desk = workflow("desk");
    observer.startApproval(new ApprovalRequest("first", "f")).end(null, new TimeoutException());
    observer.startApproval(new ApprovalRequest("second", "s")).detach();
    desk.end("text", null);
    assertThat(values("pitwall.approval.result")).containsExactly("expired", "cancelled");
    assertThat(eventNames()).last().isEqualTo("pitwall.run.completed");
  }

  private Operation<Object> workflow(String name) {
    return workflow(name, null);
  }

  private Operation<Object> workflow(String name, @Nullable String session) {
    return observer.startWorkflow(
        new WorkflowStart(name, name, Topology.SEQUENCE, 2, 1, null, session));
  }

  private Operation<Object> nested(String name, String key) {
    return observer.startWorkflow(new WorkflowStart(name, key, Topology.SEQUENCE, 2, 1, null));
  }

  private Operation<Object> member(String name, String key) {
    return observer.startAgent(new AgentStart(name, key, null, null, Role.MEMBER));
  }

  private Operation<Object> service(String name) {
    return observer.startAgent(new AgentStart(name, name, null, null, Role.SERVICE));
  }

  private static void onAnotherThread(Context context, Runnable task) {
    CompletableFuture.runAsync(context.wrap(task)).join();
  }

  private static List<String> spanNames() {
    return telemetry.getSpans().stream().map(SpanData::getName).toList();
  }

  private static List<SpanData> spans(String name) {
    return telemetry.getSpans().stream().filter(span -> span.getName().equals(name)).toList();
  }

  private static List<String> values(String attribute) {
    return telemetry.getSpans().stream()
        .map(span -> span.getAttributes().get(AttributeKey.stringKey(attribute)))
        .filter(value -> value != null)
        .toList();
  }

  private static List<String> eventNames() {
    return telemetry.getLogRecords().stream().map(record -> record.getEventName()).toList();
  }

  private static List<String> handoffEvents() {
    return eventNames().stream()
        .filter(name -> name.startsWith("pitwall.handoff."))
        .map(name -> name.substring("pitwall.handoff.".length()))
        .toList();
  }
}

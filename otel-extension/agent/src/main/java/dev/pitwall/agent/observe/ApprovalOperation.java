package dev.pitwall.agent.observe;

import dev.pitwall.bridge.ApprovalRequest;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.signal.ApprovalDecided;
import dev.pitwall.engine.signal.ApprovalRequested;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A question to a person: the only thing of ours that has a span, because no standard span covers
 * the wait.
 */
final class ApprovalOperation extends ObservedOperation<Object> {

  private static final Set<String> YES = Set.of("approve", "approved", "yes", "ok", "true");
  private static final Set<String> NO =
      Set.of("reject", "rejected", "no", "deny", "denied", "false");

  private static final String TIMEOUT = TimeoutException.class.getName();

  private final Surroundings surroundings;
  private final Position position;
  private final String approval;
  private final String kind;
  private final long requestedAt;
  private final @Nullable HandoffWork handoff;
  private final AtomicBoolean atWork = new AtomicBoolean(true);

  private ApprovalOperation(
      Surroundings surroundings,
      Context context,
      Position position,
      String approval,
      String kind,
      long requestedAt,
      @Nullable HandoffWork handoff) {
    super("approval", surroundings, context);
    this.surroundings = surroundings;
    this.position = position;
    this.approval = approval;
    this.kind = kind;
    this.requestedAt = requestedAt;
    this.handoff = handoff;
  }

  static ApprovalOperation start(
      Surroundings surroundings, Position position, ApprovalRequest request) {
    OpenRun run = position.run();
    String approval = run.nextId();
    Span span =
        surroundings
            .tracer()
            .spanBuilder("approval " + request.kind())
            .setAttribute(Pitwall.APPROVAL_ID.name(), approval)
            .setAttribute(Pitwall.APPROVAL_KIND.name(), request.kind())
            .setAttribute(Pitwall.RUN_ID.name(), run.id())
            .startSpan();
    HandoffWork handoff = HandoffWork.accept(surroundings, position, request.key(), span);
    long now = surroundings.now();
    run.publish(new ApprovalRequested(run.id(), approval, request.kind(), null, null, now));
    ApprovalOperation asked =
        new ApprovalOperation(
            surroundings,
            Context.current().with(span),
            position,
            approval,
            request.kind(),
            now,
            handoff);
    run.asked(asked);
    if (position.workflow() != null) {
      position.workflow().enter(request.key());
    }
    return asked;
  }

  @Override
  void finish(@Nullable Object answer, @Nullable String error) {
    fail(error);
    OpenRun run = position.run();
    run.answered(this);
    String result =
        error == null ? decision(answer) : TIMEOUT.equals(error) ? "expired" : "cancelled";
    set(span(), Pitwall.APPROVAL_RESULT, result);
    run.publish(
        new ApprovalDecided(
            run.id(), approval, kind, null, result, requestedAt, surroundings.now()));
    if (handoff != null) {
      handoff.end(error, surroundings.now());
    }
  }

  // A workflow waits for a member that asks. When the member has left the question open and gone,
  // it
  // is for the framework to wait for the answer.
  @Override
  void detached() {
    WorkflowFrame workflow = position.workflow();
    if (workflow != null && atWork.compareAndSet(true, false)) {
      workflow.leave();
    }
  }

  @Override
  void ended() {
    detached();
  }

  // A framework hands over the person's words. Only a plain yes or no is taken for a decision; the
  // words go nowhere.
  static String decision(@Nullable Object answer) {
    String word =
        answer instanceof Boolean || answer instanceof String
            ? firstWord(String.valueOf(answer))
            : "";
    return YES.contains(word) ? "approved" : NO.contains(word) ? "rejected" : "answered";
  }

  private static String firstWord(String text) {
    String[] words = text.strip().toLowerCase(Locale.ROOT).split("[^a-z]+", 2);
    return words[0];
  }
}

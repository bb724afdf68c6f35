package dev.pitwall.agent.observe;

import dev.pitwall.agent.observe.WorkflowFrame.Offer;
import dev.pitwall.agent.telemetry.RunTelemetry;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/**
 * Work that was offered and taken up. A failed attempt may be followed by another at the same work,
 * and a suspended one goes on later: the handoff ends with the last of them.
 */
final class HandoffWork {

  private final OpenRun run;
  private final WorkflowFrame workflow;
  private final String key;
  private final Offer offer;
  private final long acceptedAt;
  private @Nullable String error;
  private long failedAt;

  private HandoffWork(
      OpenRun run, WorkflowFrame workflow, String key, Offer offer, long acceptedAt) {
    this.run = run;
    this.workflow = workflow;
    this.key = key;
    this.offer = offer;
    this.acceptedAt = acceptedAt;
  }

  /** The operation with this key and span takes up what its workflow offered to it, if anything. */
  static @Nullable HandoffWork accept(
      Surroundings surroundings, Position position, String key, Span span) {
    WorkflowFrame workflow = position.workflow();
    if (workflow == null) {
      return null;
    }
    HandoffWork again = workflow.takeUpAgain(key);
    if (again != null) {
      again.error = null;
      describe(again.offer, span);
      return again;
    }
    Offer offer = workflow.accept(key);
    if (offer == null) {
      return null;
    }
    describe(offer, span);
    long now = surroundings.now();
    OpenRun run = position.run();
    run.publish(
        new HandoffAccepted(
            run.id(), offer.id(), offer.source(), offer.target(), offer.offeredAt(), now));
    return new HandoffWork(run, workflow, key, offer, now);
  }

  private static void describe(Offer offer, Span span) {
    span.setAttribute(Pitwall.HANDOFF_ID.name(), offer.id());
    span.setAttribute(Pitwall.HANDOFF_SOURCE.name(), offer.source());
    span.setAttribute(Pitwall.HANDOFF_TARGET.name(), offer.target());
    span.setAttribute(Pitwall.HANDOFF_MODE.name(), RunTelemetry.RETURN_TO_CALLER);
  }

  /** The work is done, or an attempt at it has failed. */
  void end(@Nullable String failure, long now) {
    if (failure == null) {
      ended(null, now);
    } else {
      error = failure;
      failedAt = now;
      workflow.interrupt(key, this);
    }
  }

  /** The work goes on when its workflow does. */
  void suspend() {
    workflow.interrupt(key, this);
  }

  /** The last attempt has failed for good; false if the work is only suspended. */
  boolean settle() {
    if (error == null) {
      return false;
    }
    ended(error, failedAt);
    return true;
  }

  private void ended(@Nullable String failure, long at) {
    run.publish(
        new HandoffEnded(
            run.id(), offer.id(), offer.source(), offer.target(), acceptedAt, failure, at));
  }
}

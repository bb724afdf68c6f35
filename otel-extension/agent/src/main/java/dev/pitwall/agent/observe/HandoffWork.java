package dev.pitwall.agent.observe;

import dev.pitwall.agent.observe.WorkflowFrame.Offer;
import dev.pitwall.agent.telemetry.RunTelemetry;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/** Work that was offered and taken up. */
final class HandoffWork {

  private final Surroundings surroundings;
  private final OpenRun run;
  private final Offer offer;
  private final long acceptedAt;

  private HandoffWork(Surroundings surroundings, OpenRun run, Offer offer, long acceptedAt) {
    this.surroundings = surroundings;
    this.run = run;
    this.offer = offer;
    this.acceptedAt = acceptedAt;
  }

  /** The operation with this key and span takes up what its workflow offered to it, if anything. */
  static @Nullable HandoffWork accept(
      Surroundings surroundings, Position position, String key, Span span) {
    if (position.workflow() == null) {
      return null;
    }
    Offer offer = position.workflow().accept(key);
    if (offer == null) {
      return null;
    }
    span.setAttribute(Pitwall.HANDOFF_ID.name(), offer.id());
    span.setAttribute(Pitwall.HANDOFF_SOURCE.name(), offer.source());
    span.setAttribute(Pitwall.HANDOFF_TARGET.name(), offer.target());
    span.setAttribute(Pitwall.HANDOFF_MODE.name(), RunTelemetry.RETURN_TO_CALLER);
    long now = surroundings.now();
    OpenRun run = position.run();
    run.publish(
        new HandoffAccepted(
            run.id(), offer.id(), offer.source(), offer.target(), offer.offeredAt(), now));
    return new HandoffWork(surroundings, run, offer, now);
  }

  void end(@Nullable String error) {
    run.publish(
        new HandoffEnded(
            run.id(),
            offer.id(),
            offer.source(),
            offer.target(),
            acceptedAt,
            error,
            surroundings.now()));
  }
}

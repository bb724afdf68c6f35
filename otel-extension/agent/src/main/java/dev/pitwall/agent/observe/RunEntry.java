package dev.pitwall.agent.observe;

import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/**
 * How a workflow or an agent enters a run: the outermost one opens it and ends it, and each takes
 * up what was offered to it.
 *
 * @param run the run
 * @param outermost whether it was opened by this entry
 * @param parent the operation around it, or 0
 * @param handoff the offer that was taken up, if any
 */
record RunEntry(OpenRun run, boolean outermost, long parent, @Nullable HandoffWork handoff) {

  /** The id that the entered run has or will have. */
  static String runId(@Nullable Position position) {
    return position == null ? Runs.newId() : position.run().id();
  }

  static RunEntry enter(
      Surroundings surroundings,
      @Nullable Position position,
      String runId,
      String name,
      String key,
      Span span) {
    if (position == null) {
      OpenRun opened = surroundings.runs().start(runId, name, span.getSpanContext());
      return new RunEntry(opened, true, 0, null);
    }
    HandoffWork handoff = HandoffWork.accept(surroundings, position, key, span);
    return new RunEntry(position.run(), false, position.operation(), handoff);
  }

  void leave(Surroundings surroundings, @Nullable String error) {
    if (handoff != null) {
      handoff.end(error, surroundings.now());
    }
    if (outermost) {
      surroundings.runs().end(run, error);
    }
  }

  /** Comes back later: neither the handoff nor the run is over. */
  void suspend() {
    if (handoff != null) {
      handoff.suspend();
    }
  }
}

package dev.pitwall.engine.finding;

import java.util.Locale;
import java.util.Set;

/** What can be found, and what may be behind it. */
public enum FindingType {
  // Causes first: a type may only be explained by types above it, so no two explain each other.
  UNAUTHORIZED_RUN,
  ACTIVITY_AFTER_STOP,
  APPROVAL_BYPASSED,
  DEADLOCK,
  RATE_LIMITED,
  CONTEXT_OVERFLOW,
  HANDOFF_LOST(DEADLOCK),
  CONTENTION(DEADLOCK),
  RETRY_STORM(RATE_LIMITED, CONTEXT_OVERFLOW),
  PING_PONG,
  LOOP(PING_PONG),
  DUPLICATE_WORK(HANDOFF_LOST, PING_PONG, LOOP),
  STRAGGLER(RATE_LIMITED, RETRY_STORM, DEADLOCK, LOOP, CONTENTION),
  BOTTLENECK(RATE_LIMITED, RETRY_STORM, DEADLOCK, STRAGGLER, CONTENTION),
  ORPHANED_TASK(HANDOFF_LOST, DEADLOCK),
  STALL(
      DEADLOCK,
      HANDOFF_LOST,
      RATE_LIMITED,
      CONTEXT_OVERFLOW,
      RETRY_STORM,
      LOOP,
      PING_PONG,
      STRAGGLER,
      BOTTLENECK,
      CONTENTION),
  RUNAWAY_COST(LOOP, PING_PONG, RETRY_STORM, DUPLICATE_WORK),
  QUALITY_REGRESSION(CONTEXT_OVERFLOW),
  MILESTONE_AT_RISK(
      STALL,
      DEADLOCK,
      HANDOFF_LOST,
      RATE_LIMITED,
      CONTEXT_OVERFLOW,
      RETRY_STORM,
      LOOP,
      PING_PONG,
      STRAGGLER,
      BOTTLENECK,
      CONTENTION);

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<FindingType> causes;

  FindingType(FindingType... causes) {
    this.causes = Set.of(causes);
  }

  /** Whether a finding of this type may be only the symptom of one of the other. */
  public boolean mayBeSymptomOf(FindingType cause) {
    return causes.contains(cause);
  }

  /**
   * Whether a finding of this type consists of things that happen, rather than of a state that is
   * looked at until it ends: whether it goes on shows only when more of them happen.
   */
  public boolean happens() {
    return switch (this) {
      case RETRY_STORM, PING_PONG, LOOP, DUPLICATE_WORK, RUNAWAY_COST -> true;
      default -> false;
    };
  }

  /** As the conventions spell it. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.pitwall.api;

import java.util.Locale;

/**
 * What a task can wait for.
 *
 * <pre>{@code task.blockedBy(BlockedBy.RESOURCE, "index", "reader");}</pre>
 */
public enum BlockedBy {
  /** Another task. */
  DEPENDENCY,
  /** Something that somebody else has. */
  RESOURCE,
  AGENT,
  HUMAN,
  /** Another service. */
  REMOTE,
  RATE_LIMIT,
  EXTERNAL,
  /** A moment that is known. */
  TIMER;

  String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}

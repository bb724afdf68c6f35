package dev.pitwall.engine.run;

import dev.pitwall.engine.signal.TaskBlocked;

/** What a run as a whole waits for. Waiting is not idling. */
public enum Waiting {
  /** It works, or idles. */
  NO,
  /** It is on hold. */
  PAUSED,
  /** A person is to answer. */
  HUMAN,
  /** Another service works for it. */
  REMOTE,
  /** A provider asked for patience. */
  RATE_LIMIT,
  /** A moment that is known. */
  TIMER;

  // Longer chains are rare, and a circle has no end.
  private static final int MAX_LINKS = 4;

  static Waiting of(RunState state, boolean paused) {
    if (paused) {
      return PAUSED;
    }
    if (!state.calls().open().isEmpty()
        && state.calls().open().stream().anyMatch(call -> call.kind() == Calls.Kind.MODEL)) {
      return NO;
    }
    // An agent may be active only because it is the one that asks, or has called the one that asks.
    int asking = state.approvals().open().size();
    if (asking > 0 && state.agents().innermost().size() <= asking) {
      return HUMAN;
    }
    return ofTasks(state);
  }

  private static Waiting ofTasks(RunState state) {
    Waiting all = NO;
    for (Task task : state.tasks().all()) {
      if (!task.isOpen() || !task.isStarted()) {
        continue;
      }
      Waiting one = of(state, task, 0);
      if (one == NO) {
        return NO;
      }
      all = one;
    }
    return all;
  }

  /** Who waits for somebody who waits for a person waits for that person. */
  private static Waiting of(RunState state, Task task, int links) {
    TaskBlocked blocked = task.blocked();
    if (blocked == null || links == MAX_LINKS) {
      return NO;
    }
    Waiting own = of(blocked.reason());
    String holder = blocked.holder() == null ? blocked.on() : blocked.holder();
    return own == NO && holder != null ? ofHolder(state, holder, links + 1) : own;
  }

  private static Waiting ofHolder(RunState state, String holder, int links) {
    Waiting all = NO;
    for (Task task : state.tasks().all()) {
      boolean held = holder.equals(task.id()) || holder.equals(task.agent());
      if (held && task.isOpen() && task.isStarted()) {
        all = of(state, task, links);
        if (all == NO) {
          return NO;
        }
      }
    }
    return all;
  }

  private static Waiting of(TaskBlocked.Reason reason) {
    return switch (reason) {
      case HUMAN -> HUMAN;
      case REMOTE, EXTERNAL -> REMOTE;
      case RATE_LIMIT -> RATE_LIMIT;
      case TIMER -> TIMER;
      case DEPENDENCY, RESOURCE, AGENT -> NO;
    };
  }
}

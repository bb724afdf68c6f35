package dev.pitwall.agent.observe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An orchestration that is under way: what it has offered to its members, what they have taken up
 * and interrupted, and how many of them are at work. Safe for use by any thread.
 */
final class WorkflowFrame {

  private static final int MAX_OFFERS = 1000;

  final String name;
  final long operation;
  final @Nullable String conversation;
  private final Map<String, Offer> offers = new HashMap<>();
  private final Map<String, HandoffWork> interrupted = new HashMap<>();
  private final Map<String, WorkflowFrame> suspended = new HashMap<>();
  private final Set<String> expected = new HashSet<>();
  private int atWork;
  private boolean closed;
  private @Nullable Runnable end;

  /**
   * @param conversation the conversation that it takes part in, if any
   */
  WorkflowFrame(String name, long operation, @Nullable String conversation) {
    this.name = name;
    this.operation = operation;
    this.conversation = conversation;
  }

  /** Work that was offered to a member. */
  record Offer(String id, String source, String target, long offeredAt) {}

  /**
   * Notes an offer; false if it is none: the member has one already, which planners that call each
   * other cause, or goes on with work that it had taken up when the workflow was suspended.
   */
  synchronized boolean offer(String key, Offer offer) {
    HandoffWork work = interrupted.get(key);
    if (work != null && work.settle()) {
      interrupted.remove(key);
      work = null;
    }
    return work == null && offers.size() < MAX_OFFERS && offers.putIfAbsent(key, offer) == null;
  }

  /** The member with this key takes up its offer, if it has one. */
  synchronized @Nullable Offer accept(String key) {
    return offers.remove(key);
  }

  /** The member with this key goes on with what it has interrupted, if anything. */
  synchronized @Nullable HandoffWork takeUpAgain(String key) {
    return interrupted.remove(key);
  }

  /** A member has stopped in the middle of its work; it may take it up again. */
  synchronized void interrupt(String key, HandoffWork work) {
    if (closed) {
      work.settle();
    } else {
      interrupted.put(key, work);
    }
  }

  /** The failed member with this key will not try again. */
  void giveUp(String key) {
    HandoffWork work = takeUpAgain(key);
    if (work != null && !work.settle()) {
      interrupt(key, work);
    }
  }

  /** A nested workflow waits to be resumed. */
  synchronized void suspend(String key, WorkflowFrame frame) {
    suspended.put(key, frame);
  }

  /** The nested workflow with this key, if it was suspended. */
  synchronized @Nullable WorkflowFrame resume(String key) {
    return suspended.remove(key);
  }

  /** A member is certain to start. */
  synchronized void expect(String key) {
    expected.add(key);
  }

  /** A member that was certain to start cannot. */
  void unexpect(String key) {
    Runnable ending;
    synchronized (this) {
      expected.remove(key);
      ending = endIfQuiet();
    }
    run(ending);
  }

  /** A member begins to work. */
  synchronized void enter(String key) {
    expected.remove(key);
    atWork++;
  }

  /** A member has ended; the last one ends a workflow that waits for it. */
  void leave() {
    Runnable ending;
    synchronized (this) {
      atWork--;
      ending = endIfQuiet();
    }
    run(ending);
  }

  /** Whether members are at work or expected; the last one then calls {@code whenQuiet}. */
  synchronized boolean isBusy(Runnable whenQuiet) {
    if (atWork == 0 && expected.isEmpty()) {
      return false;
    }
    end = whenQuiet;
    return true;
  }

  /** Nothing is taken up any more. Gives what nobody took up. */
  synchronized List<Offer> close() {
    closed = true;
    interrupted.values().forEach(HandoffWork::settle);
    interrupted.clear();
    List<Offer> remaining = List.copyOf(offers.values());
    offers.clear();
    return remaining;
  }

  private @Nullable Runnable endIfQuiet() {
    if (atWork > 0 || !expected.isEmpty()) {
      return null;
    }
    Runnable ending = end;
    end = null;
    return ending;
  }

  private static void run(@Nullable Runnable ending) {
    if (ending != null) {
      ending.run();
    }
  }
}

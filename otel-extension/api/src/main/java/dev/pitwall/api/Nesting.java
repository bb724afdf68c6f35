package dev.pitwall.api;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What is current on a thread, the innermost last. The agent wants it to be left in the opposite
 * order: whoever forgets to close a task inside of a run would leave the thread in that task for
 * ever. So when something is left, what was begun inside of it and forgotten is left first.
 */
final class Nesting {

  private static final ThreadLocal<Deque<Begun>> CURRENT = ThreadLocal.withInitial(ArrayDeque::new);

  private Nesting() {}

  /** Something that is current on a thread until it is left there. */
  interface Begun {
    void leave();
  }

  /** Something is current on this thread from now on. */
  static void enter(Begun begun) {
    CURRENT.get().addLast(begun);
  }

  /**
   * What was begun on this thread after it, and is still current, is not any more. Does nothing if
   * it is not current itself, because it was begun on another thread or left before.
   */
  static void leaveInside(Begun begun) {
    Deque<Begun> current = CURRENT.get();
    if (current.contains(begun)) {
      while (current.peekLast() != begun) {
        Misuse.ignored(
            "a task, run or activation was not closed before what is around it",
            "It is not current any more");
        current.removeLast().leave();
      }
    } else if (current.isEmpty()) {
      CURRENT.remove();
    }
  }

  /** The same, and it is not current any more itself. */
  static void leave(@Nullable Begun begun) {
    if (begun != null) {
      leaveInside(begun);
      Deque<Begun> current = CURRENT.get();
      if (current.peekLast() == begun) {
        current.removeLast().leave();
      }
      if (current.isEmpty()) {
        CURRENT.remove();
      }
    }
  }
}

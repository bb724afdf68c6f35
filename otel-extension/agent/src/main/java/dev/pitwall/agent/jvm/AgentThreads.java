package dev.pitwall.agent.jvm;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which threads work for which agents at the moment. Safe for use by all of them; an entry costs a
 * look into a map, and a write only where the agent changes. Virtual threads are left out: the JVM
 * tells nothing of the locks that they wait for.
 */
public final class AgentThreads {

  private static final int CAPACITY = 10_000;
  private static final String VIRTUAL = "java.lang.VirtualThread";

  private final Map<Long, Work> working = new ConcurrentHashMap<>();

  /** What a thread is at. */
  public record Work(String run, String agent) {}

  /** What the current thread was at before, to be put back in the end. */
  public final class Entered {

    private final long thread;
    private final @Nullable Work before;

    private Entered(long thread, @Nullable Work before) {
      this.thread = thread;
      this.before = before;
    }

    /** Called by the same thread, in reverse order of what it entered. */
    public void leave() {
      if (before == null) {
        working.remove(thread);
      } else {
        working.put(thread, before);
      }
    }
  }

  /**
   * The current thread works for an agent from now on.
   *
   * @return what ends that, or null if it did so before or cannot be followed
   */
  public @Nullable Entered enter(String run, String agent) {
    Thread thread = Thread.currentThread();
    Work before = working.get(thread.getId());
    boolean known = before != null && before.agent().equals(agent) && before.run().equals(run);
    if (known
        || thread.getClass().getName().equals(VIRTUAL)
        || (before == null && working.size() >= CAPACITY)) {
      return null;
    }
    working.put(thread.getId(), new Work(run, agent));
    return new Entered(thread.getId(), before);
  }

  /** The threads by id, as they are while this is read. */
  Map<Long, Work> all() {
    return working;
  }

  /** A thread is no more. */
  void gone(long thread) {
    working.remove(thread);
  }
}

package dev.pitwall.agent.jvm;

import dev.pitwall.agent.jvm.AgentThreads.Work;
import dev.pitwall.bridge.Names;
import dev.pitwall.engine.signal.JvmObserved;
import dev.pitwall.engine.signal.JvmObserved.LockWait;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/*
 * A dump of all threads with their locks stops the application for milliseconds, so there is none. Only the threads that work
 * for agents of suspected runs are asked, without their stacks, for the lock that they wait for and its owner: that answers
 * who waits for whom, and costs nothing where nobody is suspected. One look serves all runs that have asked since the last,
 * at most one in EVERY milliseconds, on the caller's thread, which is never one of the application.
 *
 * What cannot be told: who is to release what has no owner (semaphores, latches, read locks, conditions, futures), locks of
 * virtual threads, and work that has left the threads in which its agent was seen.
 */
/** Looks at the JVM for the runs that have asked for it. */
public final class JvmEvidence {

  private static final long EVERY = 5_000;
  private static final int MAX_RUNS = 1_000;
  private static final int MAX_THREADS = 2_000;
  private static final int MAX_WAITS = 64;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final AgentThreads working;
  private final Pressures pressures = new Pressures();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private long lookedAt = Long.MIN_VALUE / 2;

  public JvmEvidence(AgentThreads working) {
    this.working = working;
  }

  /** A run asks for a look. Never blocks. */
  public void ask(String run) {
    if (asked.size() < MAX_RUNS) {
      asked.add(run);
    }
  }

  /** Looks if it is time to; called about once a second by one thread. */
  public void look(long now, Consumer<JvmObserved> tell) {
    pressures.sample(now);
    if (asked.isEmpty() || Math.abs(now - lookedAt) < EVERY) {
      return;
    }
    lookedAt = now;
    Set<String> runs = new HashSet<>(asked);
    asked.removeAll(runs);
    Map<String, List<LockWait>> waits = waits(runs);
    List<JvmObserved.Pressure> weights = pressures.now();
    for (String run : runs) {
      tell.accept(new JvmObserved(run, waits.getOrDefault(run, List.of()), weights, now));
    }
  }

  private Map<String, List<LockWait>> waits(Set<String> runs) {
    Map<String, List<LockWait>> waits = new HashMap<>();
    long[] ids =
        working.all().entrySet().stream()
            .filter(thread -> runs.contains(thread.getValue().run()))
            .mapToLong(Map.Entry::getKey)
            .limit(MAX_THREADS)
            .toArray();
    ThreadInfo[] infos = ids.length == 0 ? new ThreadInfo[0] : threads.getThreadInfo(ids);
    for (int i = 0; i < infos.length; i++) {
      if (infos[i] == null) {
        working.gone(ids[i]);
      } else {
        add(waits, working.all().get(ids[i]), infos[i]);
      }
    }
    return waits;
  }

  private void add(Map<String, List<LockWait>> waits, @Nullable Work waiter, ThreadInfo info) {
    LockInfo lock = info.getLockInfo();
    if (waiter == null || lock == null) {
      return;
    }
    List<LockWait> own = waits.computeIfAbsent(waiter.run(), run -> new ArrayList<>());
    if (own.size() < MAX_WAITS) {
      own.add(new LockWait(waiter.agent(), name(lock), holder(waiter, info)));
    }
  }

  private @Nullable String holder(Work waiter, ThreadInfo info) {
    String thread = info.getLockOwnerName();
    if (thread == null) {
      return null;
    }
    Work owner = working.all().get(info.getLockOwnerId());
    return owner != null && owner.run().equals(waiter.run()) ? owner.agent() : Names.of(thread);
  }

  private static String name(LockInfo lock) {
    String type = lock.getClassName();
    // How a lock of the JDK is built inside is nobody's concern.
    String known = type.replaceFirst("\\$(NonfairSync|FairSync|Sync)$", "");
    return Names.of(
        "%s@%x".formatted(known.substring(known.lastIndexOf('.') + 1), lock.getIdentityHashCode()));
  }
}

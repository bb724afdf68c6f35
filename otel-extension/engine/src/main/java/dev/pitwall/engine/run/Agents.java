package dev.pitwall.engine.run;

import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.SignalHandler;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Agents that were called, and their invocations that are under way. */
public final class Agents implements SignalHandler {

  private static final int MAX_AGENTS = 256;
  private static final int MAX_INVOCATIONS = 512;

  private final Map<String, Integer> active = new HashMap<>(4);
  private final Bounded<Long, AgentStarted> open = new Bounded<>(MAX_INVOCATIONS);

  @Override
  public void on(AgentStarted started) {
    open.put(started.operation(), started);
    if (active.size() < MAX_AGENTS || active.containsKey(started.agent())) {
      active.merge(started.agent(), 1, Integer::sum);
    }
  }

  @Override
  public void on(AgentEnded ended) {
    if (open.remove(ended.operation()) != null) {
      active.computeIfPresent(ended.agent(), (agent, n) -> n - 1);
    }
  }

  /** Invocations under way by agent; 0 for one that has been called before. */
  public Map<String, Integer> active() {
    return active;
  }

  /** Invocations under way, oldest first. */
  public Collection<AgentStarted> open() {
    return open.values();
  }
}

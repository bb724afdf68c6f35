package dev.pitwall.engine.run;

import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.ModelStarted;
import dev.pitwall.engine.signal.SignalHandler;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.ToolStarted;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Agents that were called, and their invocations that are under way. */
public final class Agents implements SignalHandler {

  private static final int MAX_AGENTS = 256;
  private static final int MAX_INVOCATIONS = 512;

  private final Map<String, Seen> seen = new HashMap<>(4);
  private final Bounded<Long, AgentStarted> open = new Bounded<>(MAX_INVOCATIONS);

  private static final class Seen {
    private int active;
    private long heardAt;
  }

  @Override
  public void on(AgentStarted started) {
    if (open.get(started.operation()) != null) {
      return;
    }
    open.put(started.operation(), started);
    Seen agent = seen.get(started.agent());
    if (agent == null && seen.size() < MAX_AGENTS) {
      agent = new Seen();
      seen.put(started.agent(), agent);
    }
    if (agent != null) {
      agent.active++;
      agent.heardAt = Math.max(agent.heardAt, started.at());
    }
  }

  @Override
  public void on(AgentEnded ended) {
    if (open.remove(ended.operation()) != null) {
      Seen agent = seen.get(ended.agent());
      if (agent != null) {
        agent.active = Math.max(0, agent.active - 1);
      }
    }
    heard(ended.agent(), ended.at());
  }

  @Override
  public void on(ModelStarted call) {
    heard(call.agent(), call.at());
  }

  @Override
  public void on(ModelEnded call) {
    heard(call.agent(), call.at());
  }

  @Override
  public void on(ToolStarted call) {
    heard(call.agent(), call.at());
  }

  @Override
  public void on(ToolEnded call) {
    heard(call.agent(), call.at());
  }

  private void heard(@Nullable String name, long at) {
    Seen agent = name == null ? null : seen.get(name);
    if (agent != null) {
      agent.heardAt = Math.max(agent.heardAt, at);
    }
  }

  /** Invocations under way by agent, as a copy; 0 for one that has been called before. */
  public Map<String, Integer> active() {
    return seen.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, agent -> agent.getValue().active));
  }

  /** How many invocations of an agent are under way. */
  public int active(String agent) {
    Seen known = seen.get(agent);
    return known == null ? 0 : known.active;
  }

  /** When an agent last gave a sign of life, epoch milliseconds; 0 if it never did. */
  public long heardAt(String agent) {
    Seen known = seen.get(agent);
    return known == null ? 0 : known.heardAt;
  }

  /** Invocations under way that have not called another agent, oldest first. */
  public List<AgentStarted> innermost() {
    Set<Long> callers = new HashSet<>();
    open.values().forEach(agent -> callers.add(agent.parent()));
    return open.values().stream().filter(agent -> !callers.contains(agent.operation())).toList();
  }

  /** An invocation under way, or null. */
  @Nullable AgentStarted open(long operation) {
    return open.get(operation);
  }

  /** Invocations under way, oldest first. */
  public Collection<AgentStarted> open() {
    return open.values();
  }
}

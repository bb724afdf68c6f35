package dev.pitwall.agent.observe;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An orchestration that is under way, with the offers that its members have not taken up. */
final class WorkflowFrame {

  private static final int MAX_OFFERS = 1000;

  final String name;
  final long operation;
  private final Map<String, Offer> offers = new ConcurrentHashMap<>();

  WorkflowFrame(String name, long operation) {
    this.name = name;
    this.operation = operation;
  }

  /** Work that was offered to a member. */
  record Offer(String id, String source, String target, long offeredAt) {}

  /**
   * Notes an offer; false if the member has one already, which planners that call each other cause.
   */
  boolean offer(String key, Offer offer) {
    return offers.size() < MAX_OFFERS && offers.putIfAbsent(key, offer) == null;
  }

  /** The member with this key takes up its offer, if it has one. */
  @Nullable Offer accept(String key) {
    return offers.remove(key);
  }

  /** What nobody took up. */
  Collection<Offer> remaining() {
    return List.copyOf(offers.values());
  }
}

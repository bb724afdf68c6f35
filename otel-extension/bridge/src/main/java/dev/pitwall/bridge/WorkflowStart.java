package dev.pitwall.bridge;

import org.jspecify.annotations.Nullable;

/**
 * An orchestration of several agents.
 *
 * @param name its declared name
 * @param key identifies it among the members of its own parent, see {@link HandoffOffer}
 * @param topology how its members follow one another
 * @param members how many members it has
 * @param maxIterations how often a loop goes round at most, otherwise 1
 * @param conversation the framework's own conversation id, if it has a real one
 * @param session identifies the state that the invocation works on: one that starts in the session
 *     of a {@linkplain Suspension suspended} one goes on with its run
 */
public record WorkflowStart(
    String name,
    String key,
    Topology topology,
    int members,
    int maxIterations,
    @Nullable String conversation,
    @Nullable String session) {

  public WorkflowStart {
    name = Names.of(name);
    conversation = Names.ofNullable(conversation);
  }

  /** One that can not be suspended. */
  public WorkflowStart(
      String name,
      String key,
      Topology topology,
      int members,
      int maxIterations,
      @Nullable String conversation) {
    this(name, key, topology, members, maxIterations, conversation, null);
  }
}

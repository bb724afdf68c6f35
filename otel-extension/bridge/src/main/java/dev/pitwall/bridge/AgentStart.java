package dev.pitwall.bridge;

import org.jspecify.annotations.Nullable;

/**
 * An agent's invocation.
 *
 * @param name its declared name
 * @param key identifies it among the members of its workflow, see {@link HandoffOffer}
 * @param description what it is for, if declared
 * @param outputKey the key of shared state under which its result is left behind, if declared
 * @param role how it came to be called
 * @param conversation the framework's own conversation id, if it has a real one
 * @param input what it is called with, a value or an array of values, if that is all that tells one
 *     call from another; compared by a keyed hash
 */
public record AgentStart(
    String name,
    String key,
    @Nullable String description,
    @Nullable String outputKey,
    Role role,
    @Nullable String conversation,
    @Nullable Object input) {

  /** Of an agent whose input tells nothing. */
  public AgentStart(
      String name,
      String key,
      @Nullable String description,
      @Nullable String outputKey,
      Role role,
      @Nullable String conversation) {
    this(name, key, description, outputKey, role, conversation, null);
  }

  /** Of an agent that knows no conversation either. */
  public AgentStart(
      String name,
      String key,
      @Nullable String description,
      @Nullable String outputKey,
      Role role) {
    this(name, key, description, outputKey, role, null, null);
  }

  public AgentStart {
    name = Names.of(name);
    outputKey = Names.ofNullable(outputKey);
    conversation = Names.ofNullable(conversation);
  }

  /** How an agent comes to be called. */
  public enum Role {
    /** As a member of a workflow that is made of one service. */
    MEMBER,
    /**
     * As a member of a workflow that is plain code: services that it calls are agents themselves.
     */
    STEP,
    /** As an agent in another process. */
    REMOTE,
    /** As a service in its own right, or as what a member is made of; the observer tells which. */
    SERVICE,
    /** To decide for a supervisor who acts next. */
    PLANNER
  }
}

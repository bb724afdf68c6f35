package dev.pitwall.agent.observe;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An agent's invocation that is under way: whom calls are counted for. */
final class AgentFrame {

  final String name;
  final long operation;
  final @Nullable String conversation;
  final AtomicInteger modelCalls = new AtomicInteger();
  final AtomicInteger toolCalls = new AtomicInteger();
  private final AtomicBoolean service;

  /**
   * @param conversation the conversation that it takes part in, if any
   * @param member whether it is a workflow's member, and so may be made of a service
   */
  AgentFrame(String name, long operation, @Nullable String conversation, boolean member) {
    this.name = name;
    this.operation = operation;
    this.conversation = conversation;
    this.service = new AtomicBoolean(!member);
  }

  /** Whether a service that starts right below is what this member is made of; true once. */
  boolean claimService() {
    return service.compareAndSet(false, true);
  }
}

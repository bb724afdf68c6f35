package dev.pitwall.agent.observe;

import dev.pitwall.bridge.AgentStart.Role;
import dev.pitwall.bridge.Operation;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An agent's invocation that is under way: whom calls are counted for. */
final class AgentFrame {

  final String name;
  final long operation;
  final @Nullable String conversation;
  final AtomicInteger modelCalls = new AtomicInteger();
  final AtomicInteger toolCalls = new AtomicInteger();
  private final @Nullable Role madeOf;
  private Operation<Object> agent = Operation.none();
  private @Nullable MemberService service;

  /**
   * @param conversation the conversation that it takes part in, if any
   * @param role how the agent came to be called, which tells whether another invocation right below
   *     is what it is made of
   */
  AgentFrame(String name, long operation, @Nullable String conversation, Role role) {
    this.name = name;
    this.operation = operation;
    this.conversation = conversation;
    this.madeOf =
        switch (role) {
          case MEMBER -> Role.SERVICE;
          case REMOTE -> Role.REMOTE;
          case STEP, SERVICE, PLANNER -> null;
        };
  }

  /** The invocation itself. */
  synchronized void isOf(Operation<Object> invocation) {
    agent = invocation;
  }

  /** What this agent is made of, if that is what starts right below it; not null at most once. */
  synchronized @Nullable MemberService claim(Role role) {
    if (service != null || role != madeOf) {
      return null;
    }
    service = new MemberService(agent);
    return service;
  }

  /** Whether what the agent is made of goes on and will end it. */
  synchronized boolean goesOn() {
    return service != null && service.goesOn();
  }
}

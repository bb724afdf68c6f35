package dev.pitwall.agent.observe;

import dev.pitwall.bridge.Activation;
import dev.pitwall.bridge.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The service that an agent is made of. It is no operation of its own, but where it goes on after
 * its method has returned, as with a stream or a future, the agent does so too and ends with it.
 */
final class MemberService implements Operation<Object> {

  private final Operation<Object> agent;
  private boolean detached;
  private boolean ended;
  private boolean awaited;

  MemberService(Operation<Object> agent) {
    this.agent = agent;
  }

  @Override
  public void end(@Nullable Object result, @Nullable Throwable error) {
    boolean last;
    synchronized (this) {
      last = awaited && !ended;
      ended = true;
    }
    if (last) {
      agent.end(result, error);
    }
  }

  @Override
  public synchronized void detach() {
    detached = true;
  }

  @Override
  public Activation activate() {
    return agent.activate();
  }

  @Override
  public Activation activateCaller() {
    return agent.activateCaller();
  }

  /** Whether it goes on; then it ends its agent. */
  synchronized boolean goesOn() {
    awaited = detached && !ended;
    return awaited;
  }
}

package dev.pitwall.engine.signal;

/** An agent was invoked. */
public record AgentStarted(String run, long operation, long parent, String agent, long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

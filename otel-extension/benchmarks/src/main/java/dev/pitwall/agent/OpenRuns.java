package dev.pitwall.agent;

import dev.pitwall.bridge.AgentStart;
import dev.pitwall.bridge.AgentStart.Role;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.HandoffOffer;
import dev.pitwall.bridge.Observer;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.Topology;
import dev.pitwall.bridge.WorkflowStart;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A thread's own run: what is measured happens in an agent of it. A new one takes its place every
 * {@value #STEPS} steps, because none lasts for ever.
 */
@State(Scope.Thread)
public class OpenRuns {

  private static final int STEPS = 1000;

  private final Texts texts = new Texts();
  private Operation<Object> workflow = Operation.none();
  private Operation<Object> agent = Operation.none();
  private Observer observer = Bridge.observer();
  private int steps;

  @Setup
  public void open(Extension extension) {
    observer = extension.observer;
    begin();
  }

  @TearDown
  public void close() {
    agent.end("done", null);
    workflow.end("done", null);
  }

  /** A text that this run has not seen for a while; equal ones in a row would be a loop. */
  String next() {
    if (++steps % STEPS == 0) {
      close();
      begin();
    }
    return texts.next();
  }

  private void begin() {
    workflow =
        observer.startWorkflow(new WorkflowStart("desk", "desk", Topology.SEQUENCE, 4, 1, null));
    observer.offerHandoff(new HandoffOffer("writer", "writer"));
    agent = observer.startAgent(new AgentStart("writer", "writer", null, null, Role.MEMBER));
  }
}

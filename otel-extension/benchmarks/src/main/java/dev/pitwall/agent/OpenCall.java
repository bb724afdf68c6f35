package dev.pitwall.agent;

import dev.pitwall.bridge.ModelReply;
import dev.pitwall.bridge.ModelRequest;
import dev.pitwall.bridge.Operation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A streaming call that is under way, detached as its hook leaves it. */
@State(Scope.Thread)
public class OpenCall {

  Operation<ModelReply> operation = Operation.none();

  @Setup
  public void open(Extension extension) {
    operation =
        extension.observer.startModelCall(new ModelRequest("openai", "gpt-4o-mini", null, null));
    operation.detach();
  }
}

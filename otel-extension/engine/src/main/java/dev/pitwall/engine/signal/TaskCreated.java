package dev.pitwall.engine.signal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unit of work is known; a deadline of 0 is none. */
public record TaskCreated(
    String run,
    String task,
    @Nullable String type,
    @Nullable String agent,
    List<String> dependencies,
    long deadline,
    @Nullable String inputHash,
    long at)
    implements Signal {

  public TaskCreated {
    dependencies = List.copyOf(dependencies);
  }

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}

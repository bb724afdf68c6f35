package dev.pitwall.bridge.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work is known; {@code deadline} (epoch milliseconds) of 0 is none, {@code input} is
 * compared by a keyed hash.
 */
public record Created(
    String task,
    @Nullable String type,
    @Nullable String agent,
    List<String> dependencies,
    long deadline,
    @Nullable Object input)
    implements Statement {

  public Created {
    dependencies = List.copyOf(dependencies);
  }
}

package dev.pitwall.engine.run;

import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.ModelStarted;
import dev.pitwall.engine.signal.SignalHandler;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.ToolStarted;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Model and tool calls that are under way. */
public final class Calls implements SignalHandler {

  private static final int CAPACITY = 512;

  private final Bounded<Long, Call> open = new Bounded<>(CAPACITY);

  /** What is called. */
  public enum Kind {
    MODEL,
    TOOL
  }

  /**
   * A call under way.
   *
   * @param kind a model's or a tool's
   * @param subject the model or tool
   * @param agent who calls
   * @param since when it began, epoch milliseconds
   */
  public record Call(Kind kind, String subject, @Nullable String agent, long since) {}

  @Override
  public void on(ModelStarted started) {
    String model = started.model() == null ? "model" : started.model();
    open.put(started.operation(), new Call(Kind.MODEL, model, started.agent(), started.at()));
  }

  @Override
  public void on(ModelEnded ended) {
    open.remove(ended.operation());
  }

  @Override
  public void on(ToolStarted started) {
    open.put(
        started.operation(), new Call(Kind.TOOL, started.tool(), started.agent(), started.at()));
  }

  @Override
  public void on(ToolEnded ended) {
    open.remove(ended.operation());
  }

  /** Those under way, oldest first. */
  public Collection<Call> open() {
    return open.values();
  }
}

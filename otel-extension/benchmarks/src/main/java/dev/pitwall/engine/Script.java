package dev.pitwall.engine;

import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.ModelStarted;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.ToolStarted;
import dev.pitwall.engine.signal.Usage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** What a simulated run will do, and when. */
final class Script {

  private record Line(long at, LongFunction<Signal> signal) {}

  private final String run;
  private final Deque<Line> lines = new ArrayDeque<>();
  private long written;
  private long operation;

  /** A run of the given id whose first signal comes at {@code start}, epoch milliseconds. */
  Script(String run, long start) {
    this.run = run;
    this.written = start;
  }

  String run() {
    return run;
  }

  /** What comes next comes so much later. */
  Script pause(long seconds) {
    written += seconds * 1000;
    return this;
  }

  Script say(LongFunction<Signal> signal) {
    lines.add(new Line(written, signal));
    return this;
  }

  Script begin(String workflow) {
    return say(at -> new RunStarted(run, workflow, at));
  }

  Script end(String workflow) {
    return say(at -> new RunEnded(run, workflow, null, at));
  }

  long newOperation() {
    return ++operation;
  }

  Script agentStarts(long id, long parent, String agent, @Nullable String input) {
    return say(at -> new AgentStarted(run, id, parent, agent, input, at));
  }

  Script agentEnds(long id, long parent, String agent, @Nullable String output) {
    return say(at -> new AgentEnded(run, id, parent, agent, output, null, at));
  }

  Script modelStarts(long id, String agent) {
    return say(at -> new ModelStarted(run, id, 0, agent, "model", at));
  }

  /** A model call from its start to its end. */
  Script model(String agent, int input, int output, long seconds) {
    return model(agent, Usage.of(input, output), null, seconds);
  }

  Script failingModel(String agent, String error, long seconds) {
    return model(agent, Usage.UNKNOWN, error, seconds);
  }

  private Script model(String agent, Usage usage, @Nullable String error, long seconds) {
    long id = newOperation();
    long took = seconds * 1000;
    modelStarts(id, agent).pause(seconds);
    return say(at -> new ModelEnded(run, id, 0, agent, "model", usage, error, at - took, at));
  }

  Script toolStarts(long id, String agent, String tool) {
    return say(at -> new ToolStarted(run, id, 0, agent, tool, "", null, at));
  }

  /** A tool call from its start to its end. */
  Script tool(String agent, String tool, String arguments, @Nullable String result, long seconds) {
    long id = newOperation();
    long took = seconds * 1000;
    say(at -> new ToolStarted(run, id, 0, agent, tool, arguments, null, at)).pause(seconds);
    return say(
        at -> new ToolEnded(run, id, 0, agent, tool, arguments, result, null, at - took, at));
  }

  /** When it goes on, epoch milliseconds, or {@link Long#MAX_VALUE} if it is over. */
  long next() {
    Line line = lines.peekFirst();
    return line == null ? Long.MAX_VALUE : line.at();
  }

  /** Says everything that is due, and how many signals that was. */
  int play(Engine engine, long now) {
    int said = 0;
    while (next() <= now) {
      Line line = lines.removeFirst();
      engine.accept(line.signal().apply(line.at()));
      said++;
    }
    return said;
  }
}

package dev.pitwall.engine;

import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.ModelStarted;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.ToolStarted;
import dev.pitwall.engine.signal.Usage;

/**
 * An ordinary run: two agents take turns every ten steps; a step is a model call and a tool call,
 * four signals, and takes half a second.
 */
final class SimulatedRun {

  static final int SIGNALS_OF_A_STEP = 4;

  private static final int STEPS_OF_AN_AGENT = 10;
  private static final int STEP_MILLIS = 500;
  private static final Usage USAGE = new Usage(100, 20, null, null, null, null, null, false);

  private final Engine engine;
  private final String run;
  private long now;
  private int steps;
  private long operations;
  private long agent;

  SimulatedRun(Engine engine, String run, long now) {
    this.engine = engine;
    this.run = run;
    this.now = now;
    engine.accept(new RunStarted(run, "desk", now));
  }

  int steps() {
    return steps;
  }

  long now() {
    return now;
  }

  void step() {
    String name = steps / STEPS_OF_AN_AGENT % 2 == 0 ? "writer" : "critic";
    // New each time: the same again would be a loop.
    String hash = Integer.toHexString(steps * 0x9e3779b9);
    if (steps % STEPS_OF_AN_AGENT == 0) {
      agent = ++operations;
      engine.accept(new AgentStarted(run, agent, 0, name, hash, now));
    }
    long model = ++operations;
    engine.accept(new ModelStarted(run, model, agent, name, "model", now));
    long began = now;
    now += STEP_MILLIS;
    engine.accept(new ModelEnded(run, model, agent, name, "model", USAGE, null, began, now));
    long tool = ++operations;
    engine.accept(new ToolStarted(run, tool, agent, name, "search", hash, null, now));
    engine.accept(new ToolEnded(run, tool, agent, name, "search", hash, hash, null, now, now));
    steps++;
    if (steps % STEPS_OF_AN_AGENT == 0) {
      engine.accept(new AgentEnded(run, agent, 0, name, hash, null, now));
    }
  }

  void end() {
    engine.accept(new RunEnded(run, "desk", null, now));
  }
}

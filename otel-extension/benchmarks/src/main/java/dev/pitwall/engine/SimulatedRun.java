package dev.pitwall.engine;

import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.Budget;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.ModelStarted;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunPlanned.Milestone;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.ToolStarted;
import dev.pitwall.engine.signal.Usage;
import java.util.List;

/**
 * An ordinary run: two agents take turns every ten steps; a step is a model call and a tool call,
 * four signals, and takes as long as it is told to, or half a second.
 */
final class SimulatedRun {

  static final int SIGNALS_OF_A_STEP = 4;

  private static final int STEPS_OF_AN_AGENT = 10;
  private static final long STEP_MILLIS = 500;
  private static final Usage USAGE = new Usage(100, 20, null, null, null, null, null, false);

  private final Engine engine;
  private final String run;
  private final long stepMillis;
  private long now;
  private int steps;
  private long operations;
  private long agent;

  private SimulatedRun(Engine engine, String run, long now, long stepMillis, long operations) {
    this.engine = engine;
    this.run = run;
    this.now = now;
    this.stepMillis = stepMillis;
    this.operations = operations;
  }

  /** A run that starts now. */
  SimulatedRun(Engine engine, String run, long now) {
    this(engine, run, now, STEP_MILLIS, 0);
    engine.accept(new RunStarted(run, "desk", now));
  }

  /** A run that starts now and whose steps take as long as that. */
  static SimulatedRun plain(Engine engine, String run, long now, long stepMillis) {
    engine.accept(new RunStarted(run, "desk", now));
    return new SimulatedRun(engine, run, now, stepMillis, 0);
  }

  /** One of the parts of a run that are under way at once. */
  static SimulatedRun partOf(SimulatedRun whole, int number) {
    long operations = (long) number << Integer.SIZE;
    return new SimulatedRun(whole.engine, whole.run, whole.now, whole.stepMillis, operations);
  }

  /**
   * A run that starts now, by a plan of so many steps with milestones and a deadline that leaves it
   * twice its time.
   */
  static SimulatedRun planned(Engine engine, String run, long now, long stepMillis, int steps) {
    long time = 2L * steps * stepMillis;
    List<Milestone> milestones =
        List.of(new Milestone("half", now + time / 2), new Milestone("most", now + 3 * time / 4));
    engine.accept(
        new RunPlanned(run, "desk", "hash", 0, false, milestones, now + time, Budget.NONE, now));
    SimulatedRun planned = new SimulatedRun(engine, run, now, stepMillis, 0);
    engine.accept(new RunStarted(run, "desk", now));
    return planned;
  }

  /** Says how many of so many steps are done. */
  void progress(int of) {
    engine.accept(new RunProgressed(run, null, steps, of, "steps", null, now));
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
    now += stepMillis;
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

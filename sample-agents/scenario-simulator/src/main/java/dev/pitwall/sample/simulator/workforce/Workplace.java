package dev.pitwall.sample.simulator.workforce;

import dev.pitwall.conventions.Event;
import dev.pitwall.sample.simulator.kernel.Dice;
import dev.pitwall.sample.simulator.kernel.Signal;
import dev.pitwall.sample.simulator.kernel.Simulation;
import dev.pitwall.sample.simulator.telemetry.Attributes;
import dev.pitwall.sample.simulator.telemetry.LogRecord;
import dev.pitwall.sample.simulator.telemetry.Recording;
import java.util.List;

/**
 * Where a workflow is done: its name, its pace, its models and tools. All that happens in it is
 * recorded.
 */
public final class Workplace {

  private final Simulation simulation;
  private final Recording recording;
  private final Dice dice;
  private final Names names;
  private final String workflow;
  private final double tempo;
  private final LanguageModel model;

  /**
   * @param number tells this workplace from all others of its recording
   */
  public Workplace(Simulation simulation, Recording recording, Dice dice, int number) {
    this.simulation = simulation;
    this.recording = recording;
    this.dice = dice;
    this.names = new Names(dice);
    this.workflow = names.workflow(number);
    // From quick small models to slow ones that think: half a second to half a minute an answer.
    this.tempo = dice.magnitude(0.3, 6);
    this.model = LanguageModel.any(dice, tempo);
  }

  public Simulation simulation() {
    return simulation;
  }

  public Recording recording() {
    return recording;
  }

  public Dice dice() {
    return dice;
  }

  public String workflow() {
    return workflow;
  }

  /** The model that most agents here use. */
  public LanguageModel model() {
    return model;
  }

  /** A new agent's name. */
  public String agent() {
    return names.agent();
  }

  /** New agents' names. */
  public List<String> agents(int count) {
    return java.util.stream.IntStream.range(0, count).mapToObj(i -> names.agent()).toList();
  }

  /** A new tool that works, of ordinary speed for this place. */
  public Tool tool() {
    return Tool.working(names.tool(), dice.logNormal(600, 0.6) * tempo);
  }

  /** A text that occurs nowhere else. */
  public String text(String about) {
    return about + " " + dice.hex(12);
  }

  /** So many milliseconds at this place's pace. */
  public long time(double seconds) {
    return (long) (seconds * 1_000 * tempo);
  }

  /** A run that has not begun. */
  public Run run() {
    return new Run(this);
  }

  /** Waits. */
  public void pause(long millis) {
    simulation.pause(millis);
  }

  public long now() {
    return simulation.now();
  }

  /** Does all of this at once and waits until all is done. */
  public void together(List<? extends Runnable> behaviours) {
    Signal.afterAll(simulation, behaviours).await();
  }

  /** Writes an entry that concerns no single run. */
  public void log(Event event, Attributes attributes) {
    recording.add(new LogRecord(event.name(), now(), null, null, attributes));
  }
}

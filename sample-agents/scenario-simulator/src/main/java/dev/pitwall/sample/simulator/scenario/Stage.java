package dev.pitwall.sample.simulator.scenario;

import dev.pitwall.sample.simulator.kernel.Dice;
import dev.pitwall.sample.simulator.workforce.Invocation;
import dev.pitwall.sample.simulator.workforce.Job;
import dev.pitwall.sample.simulator.workforce.Run;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a scenario is played: a workplace with an ordinary job around what happens. */
public final class Stage {

  private final Workplace place;
  private final List<Run> ordinary = new ArrayList<>();
  private final List<Run> staged = new ArrayList<>();
  private final List<Trouble> troubles = new ArrayList<>();

  Stage(Workplace place) {
    this.place = place;
  }

  public Workplace place() {
    return place;
  }

  public Dice dice() {
    return place.dice();
  }

  /** Begins to write down the truth about a trouble of this run. */
  public Trouble trouble(String type, Run run) {
    Trouble trouble = new Trouble(type, run);
    troubles.add(trouble);
    return trouble;
  }

  /** A run in which the scenario happens. */
  public Run run() {
    Run run = place.run();
    staged.add(run);
    return run;
  }

  /** The run that was asked for last. */
  Run last() {
    return staged.get(staged.size() - 1);
  }

  /**
   * Plays an incident in the middle of a job that is otherwise as it always is, often after the job
   * has been done before.
   */
  public void amid(Consumer<Run> incident) {
    Job job = Job.withoutPeople(place, dice().between(1, 4));
    if (dice().chance(0.4)) {
      earlier(job, dice().between(3, 15));
    }
    Run run = run();
    int before = dice().between(0, job.steps());
    int total = job.steps() + 1;
    run.begin(total);
    job.play(run, 0, before, 0, total);
    incident.accept(run);
    run.progressed(before + 1, total);
    job.play(run, before, job.steps(), before + 1, total);
    run.complete();
  }

  /** The same where the incident is within the work of one agent. */
  void amidAnAgent(Function<Invocation, @Nullable String> incident) {
    amid(run -> run.invoke(place.agent(), place.text("brief"), incident));
  }

  /** The job was done so many times before, and all was well. */
  public void earlier(Job job, int times) {
    for (int i = 0; i < times; i++) {
      earlier(run -> job.play(run.begin(job.steps())));
    }
  }

  /** One run before, in which all is well. */
  public void earlier(Consumer<Run> healthy) {
    Run run = place.run();
    ordinary.add(run);
    healthy.accept(run);
    run.complete();
    place.pause((long) (1_000 * dice().magnitude(5, 900)));
  }

  List<Run> ordinaryRuns() {
    return List.copyOf(ordinary);
  }

  List<Run> stagedRuns() {
    return List.copyOf(staged);
  }

  List<Trouble> troubles() {
    return List.copyOf(troubles);
  }
}

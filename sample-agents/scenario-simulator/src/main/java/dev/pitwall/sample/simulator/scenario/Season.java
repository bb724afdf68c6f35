package dev.pitwall.sample.simulator.scenario;

import dev.pitwall.sample.simulator.kernel.Dice;
import dev.pitwall.sample.simulator.kernel.Simulation;
import dev.pitwall.sample.simulator.telemetry.Recording;
import dev.pitwall.sample.simulator.workforce.Job;
import dev.pitwall.sample.simulator.workforce.Run;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.ArrayList;
import java.util.List;

/**
 * All scenarios of a seed, at the same time and in one recording, among workflows in which all is
 * well. Each has a workplace of its own, so none is in another one's history.
 */
public final class Season {

  // 2026-01-05T06:00:00Z: any Monday morning.
  private static final long MONDAY = 1_767_592_800_000L;
  private static final long DAY = 24 * 3_600_000L;
  private static final long HORIZON = 20 * DAY;
  private static final int HEALTHY_WORKFLOWS = 10;
  private static final int HEALTHY_RUNS = 8;

  private final long seed;
  private final Recording recording = new Recording();
  private final List<Label> labels = new ArrayList<>();
  private int places;

  private Season(long seed) {
    this.seed = seed;
  }

  /** Plays all of the scenarios. */
  public static Season play(long seed, List<Scenario> scenarios) {
    Season season = new Season(seed);
    scenarios.forEach(season::play);
    for (int i = 0; i < HEALTHY_WORKFLOWS; i++) {
      season.healthy();
    }
    return season;
  }

  public Recording recording() {
    return recording;
  }

  public List<Label> labels() {
    return List.copyOf(labels);
  }

  private Workplace place(long salt) {
    Dice dice = new Dice(seed * 1_000_003 + salt);
    Simulation simulation = new Simulation(MONDAY + dice.between(0, (int) (DAY / 2)));
    places++;
    return new Workplace(simulation, recording, dice, places);
  }

  private void play(Scenario scenario) {
    Workplace place = place(scenario.id().hashCode());
    Stage stage = new Stage(place);
    perform(place, () -> scenario.play().on(stage));
    boolean trouble = scenario.kind() == Scenario.Kind.TROUBLE;
    // Where nothing happens in a single run, the scenario is the series of them.
    boolean series = !trouble && stage.stagedRuns().isEmpty();
    for (Run run : stage.ordinaryRuns()) {
      labels.add(
          series ? harmless(run, scenario) : healthy(run, "healthy/before-" + scenario.id()));
    }
    stage.troubles().forEach(truth -> labels.add(truth.label(scenario, seed)));
    for (Run run : stage.stagedRuns()) {
      if (!trouble) {
        labels.add(harmless(run, scenario));
      } else if (stage.troubles().stream().noneMatch(truth -> truth.concerns(run))) {
        labels.add(healthy(run, "healthy/beside-" + scenario.id()));
      }
    }
  }

  private static void perform(Workplace place, Runnable play) {
    long start = place.now();
    place.simulation().start("play", play);
    place.simulation().run(start + HORIZON);
  }

  private void healthy() {
    Workplace place = place(31L * places);
    Job job = Job.any(place, place.dice().between(2, 6));
    List<Run> runs = new ArrayList<>();
    perform(
        place,
        () -> {
          for (int i = 0; i < HEALTHY_RUNS; i++) {
            Run run = place.run();
            runs.add(run);
            job.play(run.begin(job.steps()));
            run.complete();
            place.pause((long) (1_000 * place.dice().magnitude(10, 3_600)));
          }
        });
    runs.forEach(run -> labels.add(healthy(run, "healthy/background")));
  }

  private Label healthy(Run run, String name) {
    return nothing(run, name, Scenario.Kind.HEALTHY, "");
  }

  private Label harmless(Run run, Scenario scenario) {
    return nothing(run, scenario.id(), Scenario.Kind.HARD_NEGATIVE, scenario.type());
  }

  private Label nothing(Run run, String name, Scenario.Kind kind, String type) {
    return new Label(
        name,
        kind.value(),
        seed,
        type,
        run.place().workflow(),
        run.id(),
        run.trace(),
        List.of(),
        0,
        0,
        0,
        0,
        List.of(),
        List.of(),
        Visibility.SPANS);
  }
}

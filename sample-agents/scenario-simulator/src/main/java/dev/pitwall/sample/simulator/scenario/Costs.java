package dev.pitwall.sample.simulator.scenario;

import static dev.pitwall.sample.simulator.scenario.Scenario.harmless;
import static dev.pitwall.sample.simulator.scenario.Scenario.trouble;

import dev.pitwall.sample.simulator.workforce.Invocation;
import dev.pitwall.sample.simulator.workforce.Job;
import dev.pitwall.sample.simulator.workforce.Planned;
import dev.pitwall.sample.simulator.workforce.Run;
import dev.pitwall.sample.simulator.workforce.Tool;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs that use too much. Past a budget is decided by the budget; without one it shows when a run
 * has used three times as much as the largest of the earlier ones, which is far past the usual.
 */
final class Costs {

  private static final String TYPE = "runaway_cost";
  private static final int FAR_PAST = 3;

  private Costs() {}

  static List<Scenario> all() {
    return List.of(
        trouble(
            TYPE,
            "past-token-budget",
            Visibility.EXTENSION_ONLY,
            "an agent thinks on and on until the run's tokens are used up, and further",
            stage -> pastBudget(stage, true)),
        trouble(
            TYPE,
            "past-call-budget",
            Visibility.EXTENSION_ONLY,
            "an agent makes more calls than the run may make",
            stage -> pastBudget(stage, false)),
        trouble(
            TYPE,
            "past-the-usual",
            Visibility.SPANS,
            "a run without a budget needs many times what the runs before have needed",
            Costs::pastTheUsual),
        harmless(
            TYPE, "within-budget", "an expensive run stays within its budget", Costs::withinBudget),
        harmless(TYPE, "many-tiny-calls", "a run makes very many very small calls", Costs::tiny),
        harmless(TYPE, "one-large-prompt", "a run asks once with a very long text", Costs::large));
  }

  /** Tokens and calls so far. */
  private static final class Meter {
    private long tokens;
    private long calls;

    void think(Invocation it, int writes) {
      int reads = it.context();
      it.ask(it.run().place().model().with(usual -> usual.writing(writes)));
      tokens += reads + writes;
      calls++;
    }
  }

  private static void pastBudget(Stage stage, boolean byTokens) {
    Workplace place = stage.place();
    String agent = place.agent();
    Tool tool = place.tool();
    Run run = stage.run();
    long most = byTokens ? stage.dice().between(40_000, 300_000) : stage.dice().between(15, 50);
    Planned planned = new Planned(run);
    (byTokens ? planned.tokens(most) : planned.calls(most)).declare();
    run.begin(1);
    Trouble trouble = stage.trouble(TYPE, run).causedBy("agent", agent).brewing();
    double overrun = stage.dice().between(1.5, 3.0);
    run.invoke(
        agent,
        place.text("brief"),
        it -> {
          Meter meter = new Meter();
          long used = 0;
          while (used < overrun * most) {
            meter.think(it, stage.dice().between(300, 3_000));
            it.use(tool, place.text("about"));
            used = byTokens ? meter.tokens : meter.calls;
            if (used > most && !trouble.hasBegun()) {
              trouble.begins().shows();
            }
          }
          return place.text("findings");
        });
    run.progressed(1, 1);
    run.complete();
  }

  private static void pastTheUsual(Stage stage) {
    Workplace place = stage.place();
    String agent = place.agent();
    Tool tool = place.tool();
    int turns = stage.dice().between(2, 5);
    long most = 0;
    for (int i = stage.dice().between(25, 35); i > 0; i--) {
      long[] used = {0};
      stage.earlier(run -> used[0] = thoughtful(run, agent, tool, turns, 0, null));
      most = Math.max(most, used[0]);
    }
    Run run = stage.run();
    Trouble trouble = stage.trouble(TYPE, run).causedBy("agent", agent).brewing();
    long far = Math.max(FAR_PAST * most * 2, 200_000);
    thoughtful(run, agent, tool, turns, far, new Mark(trouble, most));
    run.complete();
  }

  /** When what is usual is passed, and when it is far past it. */
  private record Mark(Trouble trouble, long usual) {

    void used(long tokens) {
      if (tokens > usual && !trouble.hasBegun()) {
        trouble.begins();
      }
      if (tokens > FAR_PAST * usual) {
        trouble.shows();
      }
    }
  }

  private static long thoughtful(
      Run run, String agent, Tool tool, int turns, long least, @Nullable Mark mark) {
    Workplace place = run.place();
    Meter meter = new Meter();
    run.begin(1);
    run.invoke(
        agent,
        place.text("brief"),
        it -> {
          for (int i = 0; i < turns || meter.tokens < least; i++) {
            meter.think(it, place.dice().between(200, 900));
            if (mark != null) {
              mark.used(meter.tokens);
            }
            it.use(tool, place.text("about"));
          }
          return place.text("findings");
        });
    run.progressed(1, 1);
    return meter.tokens;
  }

  private static void withinBudget(Stage stage) {
    Workplace place = stage.place();
    Tool tool = place.tool();
    Run run = stage.run();
    long most = stage.dice().between(80_000, 400_000);
    new Planned(run).tokens(most).declare();
    run.begin(1);
    double share = stage.dice().between(0.75, 0.93);
    run.invoke(
        place.agent(),
        place.text("brief"),
        it -> {
          Meter meter = new Meter();
          while (meter.tokens + it.context() + 3_000 < share * most) {
            meter.think(it, stage.dice().between(300, 2_000));
            it.use(tool, place.text("about"));
          }
          return place.text("findings");
        });
    run.progressed(1, 1);
    run.complete();
  }

  private static void tiny(Stage stage) {
    Workplace place = stage.place();
    int calls = stage.dice().between(120, 300);
    stage.amid(
        run -> {
          String agent = place.agent();
          for (int i = 0; i < calls; i++) {
            run.root()
                .invoke(
                    agent,
                    place.text("line"),
                    it -> {
                      it.context(stage.dice().between(40, 120));
                      it.ask(
                          place.model().with(usual -> usual.writing(3).after(usual.millis() / 5)));
                      return place.text("label");
                    });
          }
        });
  }

  private static void large(Stage stage) {
    Workplace place = stage.place();
    Tool tool = place.tool();
    Job job = Job.withoutPeople(place, 2);
    stage.earlier(job, stage.dice().between(20, 28));
    Run run = stage.run().begin(3);
    job.play(run, 0, 2, 0, 3);
    run.invoke(
        place.agent(),
        place.text("brief"),
        it -> {
          it.context(stage.dice().between(25_000, 60_000));
          it.think();
          it.context(1_500);
          return Job.work(it, List.of(tool), 1);
        });
    run.progressed(3, 3);
    run.complete();
  }
}

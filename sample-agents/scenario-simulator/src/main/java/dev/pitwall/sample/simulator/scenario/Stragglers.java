package dev.pitwall.sample.simulator.scenario;

import static dev.pitwall.sample.simulator.scenario.Scenario.harmless;
import static dev.pitwall.sample.simulator.scenario.Scenario.trouble;

import dev.pitwall.sample.simulator.workforce.Invocation;
import dev.pitwall.sample.simulator.workforce.Job;
import dev.pitwall.sample.simulator.workforce.LanguageModel;
import dev.pitwall.sample.simulator.workforce.Run;
import dev.pitwall.sample.simulator.workforce.Tool;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.List;
import java.util.function.Consumer;

/**
 * One sibling that takes far longer than the others. It shows when the others are all done and it
 * has taken three times as long as half of them did: less is within what siblings differ by.
 */
final class Stragglers {

  private static final String TYPE = "straggler";

  private Stragglers() {}

  static List<Scenario> all() {
    return List.of(
        trouble(
            TYPE,
            "slow-model",
            Visibility.SPANS,
            "one of several siblings has a model that is ten times as slow",
            Stragglers::slowModel),
        trouble(
            TYPE,
            "slow-tool",
            Visibility.SPANS,
            "one of several siblings waits long for a tool",
            Stragglers::slowTool),
        trouble(
            TYPE,
            "slow-task",
            Visibility.SPANS,
            "one of several parallel tasks of one type takes its agent very many turns",
            Stragglers::slowTask),
        harmless(
            TYPE,
            "late-starter",
            "one sibling starts late and takes as long as the others",
            Stragglers::lateStarter),
        harmless(
            TYPE,
            "other-work",
            "one of several parallel agents does longer work of another kind",
            Stragglers::otherWork),
        harmless(
            TYPE, "long-alone", "one long piece of work without siblings", Stragglers::longAlone));
  }

  /** What makes it take far longer: ten times and more, and some minutes at least. */
  private static long drag(Stage stage) {
    return (long)
        Math.max(
            60_000 * stage.dice().magnitude(3, 20),
            stage.dice().between(20.0, 50.0) * stage.place().model().median());
  }

  private static int size(Stage stage) {
    return stage.dice().between(4, 10);
  }

  private static Consumer<Invocation> part(Tool tool) {
    return it -> Job.work(it, List.of(tool), 1);
  }

  private static void slowModel(Stage stage) {
    Workplace place = stage.place();
    LanguageModel slow = place.model().another(stage.dice());
    stage.amid(
        run ->
            new Siblings(
                    run,
                    place.agent(),
                    part(place.tool()),
                    it -> it.ask(slow.with(usual -> usual.after(drag(stage)))))
                .as(stage.trouble(TYPE, run).causedBy("model", slow.name()))
                .play(size(stage)));
  }

  private static void slowTool(Stage stage) {
    stage.amid(run -> slowTool(stage, run));
  }

  static void slowTool(Stage stage, Run run) {
    Workplace place = stage.place();
    Tool tool = place.tool();
    new Siblings(
            run,
            place.agent(),
            part(tool),
            it -> {
              it.think();
              it.use(tool.with((question, usual) -> usual.after(drag(stage))), place.text("about"));
              it.think();
            })
        .as(stage.trouble(TYPE, run).causedBy("tool", tool.name()))
        .play(size(stage));
  }

  private static void slowTask(Stage stage) {
    Workplace place = stage.place();
    Tool tool = place.tool();
    stage.amid(
        run -> {
          String agent = place.agent();
          new Siblings(
                  run,
                  agent,
                  part(tool),
                  it -> {
                    long until = place.now() + drag(stage);
                    while (place.now() < until) {
                      Job.work(it, List.of(tool), 1);
                    }
                  })
              .declared()
              .as(stage.trouble(TYPE, run).causedBy("agent", agent))
              .play(size(stage));
        });
  }

  private static void lateStarter(Stage stage) {
    Workplace place = stage.place();
    Tool tool = place.tool();
    stage.amid(
        run ->
            new Siblings(run, place.agent(), part(tool), part(tool))
                .oddAfter((long) (60_000 * stage.dice().magnitude(1, 4)))
                .play(size(stage)));
  }

  private static void otherWork(Stage stage) {
    Workplace place = stage.place();
    Tool tool = place.tool();
    int turns = stage.dice().between(8, 16);
    stage.amid(
        run ->
            new Siblings(run, place.agent(), part(tool), it -> Job.work(it, List.of(tool), turns))
                .oddIs(place.agent())
                .play(size(stage)));
  }

  private static void longAlone(Stage stage) {
    Workplace place = stage.place();
    Tool tool = place.tool();
    int turns = stage.dice().between(10, 25);
    stage.amid(
        run ->
            run.invoke(
                place.agent(), place.text("brief"), it -> Job.work(it, List.of(tool), turns)));
  }
}

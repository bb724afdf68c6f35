package dev.pitwall.sample.simulator.scenario;

import dev.pitwall.sample.simulator.workforce.Job;
import dev.pitwall.sample.simulator.workforce.Planned;
import dev.pitwall.sample.simulator.workforce.Question;
import dev.pitwall.sample.simulator.workforce.Run;
import dev.pitwall.sample.simulator.workforce.Tool;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.List;

/** Two troubles in one run, of which neither causes the other: both have to be found. */
final class Combinations {

  private Combinations() {}

  static List<Scenario> all() {
    return List.of(
        both(
            "loop-and-retry-storm",
            Visibility.SPANS_WITH_CONTENT,
            "two agents side by side: one loops, the other one tries a broken tool",
            Combinations::loopAndStorm),
        both(
            "unauthorized-and-bypassed",
            Visibility.EXTENSION_ONLY,
            "a run without permission acts without approval as well",
            Combinations::unauthorizedAndBypassed),
        both(
            "straggler-and-orphan",
            Visibility.EXTENSION_ONLY,
            "one sibling is slow, and a task is left open at the end",
            Combinations::stragglerAndOrphan));
  }

  private static Scenario both(
      String name, Visibility visibility, String what, Scenario.Play play) {
    return Scenario.trouble("two_at_once", name, visibility, what, play);
  }

  private static void loopAndStorm(Stage stage) {
    Workplace place = stage.place();
    stage.amid(run -> place.together(List.of(() -> loop(stage, run), () -> storm(stage, run))));
  }

  private static void loop(Stage stage, Run run) {
    Workplace place = stage.place();
    String agent = place.agent();
    Tool tool = place.tool();
    String question = place.text("about");
    int times = stage.dice().between(10, 30);
    Trouble trouble = stage.trouble("loop", run).causedBy("agent", agent);
    run.invoke(
        agent,
        place.text("brief"),
        it -> {
          for (int i = 0; i < times; i++) {
            it.think();
            if (i == 1) {
              trouble.begins();
            }
            it.use(tool, question);
            if (i == Ordinary.FEW) {
              trouble.shows();
            }
          }
          trouble.ends();
          return place.text("findings");
        });
  }

  private static void storm(Stage stage, Run run) {
    Workplace place = stage.place();
    Tool tool = place.tool();
    Trouble trouble = stage.trouble("retry_storm", run).causedBy("tool", tool.name());
    run.invoke(
        place.agent(),
        place.text("brief"),
        it -> {
          it.think();
          RetryStorms.storm(stage, it, tool, trouble);
          return Job.work(it, List.of(place.tool()), 1);
        });
  }

  private static void unauthorizedAndBypassed(Stage stage) {
    Workplace place = stage.place();
    Job job = Job.withoutPeople(place, 2);
    Run run = stage.run();
    new Planned(run).needsAuthorization().declare();
    stage.trouble("unauthorized_run", run).causedBy("authorization", "missing").begins().shows();
    run.begin(3);
    job.play(run, 0, 2, 0, 3);
    String agent = place.agent();
    Tool guarded = place.tool();
    Question question = Question.ask(run, "payment", guarded.name());
    question.answer("rejected");
    run.beat();
    Trouble bypassed =
        stage
            .trouble("approval_bypassed", run)
            .causedBy("agent", agent)
            .causedBy("tool", guarded.name());
    run.invoke(
        agent,
        place.text("brief"),
        it -> {
          it.think();
          bypassed.begins();
          it.use(guarded, place.text("pay"));
          bypassed.shows();
          return place.text("paid");
        });
    run.progressed(3, 3);
    run.complete();
  }

  private static void stragglerAndOrphan(Stage stage) {
    Workplace place = stage.place();
    Run run = stage.run().begin(1);
    String owner = place.agent();
    Trouble orphan =
        stage
            .trouble("orphaned_task", run)
            .causedBy("agent", owner)
            .causedBy("workflow", place.workflow());
    Orphans.open(stage, run, owner, orphan);
    Stragglers.slowTool(stage, run);
    run.progressed(1, 1);
    run.complete();
    orphan.begins().showsAt(place.now() + Ordinary.LATE_ENTRY);
  }
}

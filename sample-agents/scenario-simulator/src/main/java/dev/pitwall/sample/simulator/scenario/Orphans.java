package dev.pitwall.sample.simulator.scenario;

import static dev.pitwall.sample.simulator.scenario.Scenario.harmless;
import static dev.pitwall.sample.simulator.scenario.Scenario.trouble;

import dev.pitwall.sample.simulator.workforce.Job;
import dev.pitwall.sample.simulator.workforce.Run;
import dev.pitwall.sample.simulator.workforce.WorkItem;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.List;

/**
 * Tasks of which nobody takes care. After the end of a run things may be written down for a few
 * seconds; within a run somebody else may take a task over, for which people of this trade allow
 * five minutes.
 */
final class Orphans {

  private static final String TYPE = "orphaned_task";
  private static final long MINUTE = 60_000;

  private Orphans() {}

  static List<Scenario> all() {
    return List.of(
        trouble(
            TYPE,
            "left-open-by-the-run",
            Visibility.EXTENSION_ONLY,
            "a run ends and some of its tasks are open",
            Orphans::leftOpen),
        trouble(
            TYPE,
            "owner-has-ended",
            Visibility.EXTENSION_ONLY,
            "an agent ends in an error and nobody takes its task over, while the run goes on",
            Orphans::ownerEnded),
        trouble(
            TYPE,
            "needs-what-failed",
            Visibility.EXTENSION_ONLY,
            "a task waits for one that has failed, while the run goes on",
            Orphans::needsWhatFailed),
        harmless(TYPE, "starts-late", "a task waits until its agent has time", Orphans::late),
        harmless(TYPE, "cancelled", "a task is given up", Orphans::cancelled),
        harmless(TYPE, "reassigned", "another agent takes a task over", Orphans::reassigned),
        harmless(
            TYPE,
            "recorded-just-after",
            "a task's end is written down just after that of its run",
            Orphans::justAfter));
  }

  private static void leftOpen(Stage stage) {
    Workplace place = stage.place();
    Job job = Job.withoutPeople(place, 3);
    Run run = stage.run().begin(3);
    String owner = place.agent();
    Trouble trouble =
        stage.trouble(TYPE, run).causedBy("agent", owner).causedBy("workflow", place.workflow());
    open(stage, run, owner, trouble);
    job.play(run);
    run.complete();
    trouble.begins().showsAt(place.now() + Ordinary.LATE_ENTRY);
  }

  /** Some tasks of which nothing more will be heard. */
  static void open(Stage stage, Run run, String owner, Trouble trouble) {
    for (int i = stage.dice().between(1, 3); i > 0; i--) {
      WorkItem item = WorkItem.create(run, "file", owner, List.of(), stage.place().text("paper"));
      trouble.causedBy("task", item.id());
      if (stage.dice().chance(0.4)) {
        item.start();
      }
      run.beat();
    }
  }

  /** Other agents work on for longer than anybody waits for a take-over. */
  private static void othersGoOn(Stage stage, Run run) {
    Workplace place = stage.place();
    long until = place.now() + (long) (MINUTE * stage.dice().magnitude(15, 60));
    while (place.now() < until) {
      String agent = place.agent();
      WorkItem item = WorkItem.create(run, "other", agent, List.of(), place.text("other"));
      item.start();
      run.invoke(agent, place.text("brief"), it -> Job.work(it.on(item), List.of(place.tool()), 3));
      item.complete();
      place.pause(stage.dice().between(100, 5_000));
    }
  }

  private static WorkItem abandoned(Stage stage, Run run, String owner) {
    Workplace place = stage.place();
    WorkItem item = WorkItem.create(run, "translate", owner, List.of(), place.text("text"));
    item.start();
    run.invoke(
        owner,
        place.text("brief"),
        it -> {
          Job.work(it.on(item), List.of(place.tool()), 1);
          it.fails("java.lang.IllegalStateException");
          return null;
        });
    return item;
  }

  private static void ownerEnded(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String owner = place.agent();
          WorkItem item = abandoned(stage, run, owner);
          Trouble trouble =
              stage.trouble(TYPE, run).causedBy("agent", owner).causedBy("task", item.id());
          trouble.begins().showsAt(place.now() + Ordinary.PAUSE);
          othersGoOn(stage, run);
          item.cancel();
          trouble.ends();
          run.beat();
        });
  }

  private static void needsWhatFailed(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String failing = place.agent();
          String waiting = place.agent();
          WorkItem first =
              WorkItem.create(run, "gather", failing, List.of(), place.text("sources"));
          WorkItem second =
              WorkItem.create(run, "write", waiting, List.of(first), place.text("text"));
          first.start();
          place.pause(place.time(5));
          first.fail("java.lang.IllegalStateException");
          Trouble trouble =
              stage.trouble(TYPE, run).causedBy("task", first.id()).causedBy("agent", failing);
          trouble.begins().showsAt(place.now() + Ordinary.PAUSE);
          othersGoOn(stage, run);
          second.cancel();
          trouble.ends();
          run.beat();
        });
  }

  private static void late(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String owner = place.agent();
          WorkItem waits = WorkItem.create(run, "index", owner, List.of(), place.text("index"));
          othersGoOn(stage, run);
          waits.start();
          run.invoke(
              owner, place.text("brief"), it -> Job.work(it.on(waits), List.of(place.tool()), 1));
          waits.complete();
          run.beat();
        });
  }

  private static void cancelled(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          WorkItem item = abandoned(stage, run, place.agent());
          place.pause((long) (1_000 * stage.dice().between(1.0, 90.0)));
          item.cancel();
          othersGoOn(stage, run);
        });
  }

  private static void reassigned(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          WorkItem item = abandoned(stage, run, place.agent());
          place.pause((long) (1_000 * stage.dice().between(1.0, 90.0)));
          String other = place.agent();
          item.start(other);
          run.invoke(
              other, place.text("brief"), it -> Job.work(it.on(item), List.of(place.tool()), 2));
          item.complete();
          run.beat();
        });
  }

  private static void justAfter(Stage stage) {
    Workplace place = stage.place();
    Job job = Job.withoutPeople(place, 3);
    Run run = stage.run().begin(3);
    WorkItem item =
        WorkItem.create(run, "file", place.agent(), List.of(), place.text("paper")).start();
    job.play(run);
    run.complete();
    place.pause(stage.dice().between(200, (int) Ordinary.LATE_ENTRY - 500));
    item.complete();
  }
}

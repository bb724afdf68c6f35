package dev.pitwall.sample.simulator.scenario;

import static dev.pitwall.sample.simulator.scenario.Scenario.harmless;
import static dev.pitwall.sample.simulator.scenario.Scenario.trouble;

import dev.pitwall.sample.simulator.workforce.Orchestration;
import dev.pitwall.sample.simulator.workforce.Orchestration.Topology;
import dev.pitwall.sample.simulator.workforce.Run;
import dev.pitwall.sample.simulator.workforce.WorkItem;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waiting in a circle. A circle may resolve itself as long as a time limit of one of its waits may
 * break it, so it shows when it has lasted for longer than the longest time limit there is.
 */
final class Deadlocks {

  private static final String TYPE = "deadlock";
  private static final String ALSO = "each party does wait long for what another one has";

  private Deadlocks() {}

  static List<Scenario> all() {
    return List.of(
        trouble(
            TYPE,
            "crossed-resources",
            Visibility.EXTENSION_ONLY,
            "two agents hold what the other one needs",
            Deadlocks::crossedResources),
        trouble(
            TYPE,
            "three-agents",
            Visibility.EXTENSION_ONLY,
            "three tasks wait for one another's agents",
            Deadlocks::threeAgents),
        trouble(
            TYPE,
            "crossed-handoffs",
            Visibility.EXTENSION_ONLY,
            "an agent waits for another one, which gives it work and waits for that",
            Deadlocks::crossedHandoffs),
        trouble(
            TYPE,
            "circular-plan",
            Visibility.EXTENSION_ONLY,
            "a plan has tasks that need one another",
            Deadlocks::circularPlan),
        harmless(TYPE, "chain", "tasks wait in a chain whose last one works", Deadlocks::chain),
        harmless(
            TYPE,
            "resolves-itself",
            "a circle breaks when the time limit of a lock is over",
            Deadlocks::resolvesItself),
        harmless(TYPE, "waits-for-a-person", "two tasks wait for one person", Deadlocks::person));
  }

  private static long persists(Stage stage) {
    return (long) (60_000 * stage.dice().magnitude(3, 60));
  }

  private static void crossedResources(Stage stage) {
    cross(stage, stage.trouble(TYPE, stage.run()), persists(stage));
  }

  /**
   * Two agents take two things in opposite order; trouble is null if the locks have time limits.
   */
  private static void cross(Stage stage, @Nullable Trouble trouble, long lasts) {
    Workplace place = stage.place();
    Run run = stage.last().begin(1);
    List<String> agents = place.agents(2);
    List<String> things = List.of("res-" + stage.dice().hex(4), "res-" + stage.dice().hex(4));
    if (trouble != null) {
      things.forEach(thing -> trouble.causedBy("resource", thing));
      trouble.mayAlso("contention", ALSO);
    }
    int[] waiting = {0};
    run.root()
        .nest(
            agents.get(0) + "-team",
            Topology.PARALLEL,
            2,
            1,
            team -> {
              List<Runnable> members = new ArrayList<>();
              for (int i = 0; i < 2; i++) {
                int self = i;
                members.add(() -> hold(stage, team, agents, things, self, trouble, lasts, waiting));
              }
              place.together(members);
            });
    run.progressed(1, 1);
    run.complete();
  }

  private static void hold(
      Stage stage,
      Orchestration team,
      List<String> agents,
      List<String> things,
      int self,
      @Nullable Trouble trouble,
      long lasts,
      int[] waiting) {
    Workplace place = stage.place();
    Run run = team.run();
    String agent = agents.get(self);
    String other = agents.get(1 - self);
    WorkItem item = WorkItem.create(run, "merge", agent, List.of(), place.text("part"));
    team.invoke(
        agent,
        place.text("part"),
        it -> {
          it.on(item.start()).think();
          // Both have the first thing by now, and ask for the other's.
          item.block("resource", things.get(1 - self), other, null);
          waiting[0]++;
          if (waiting[0] == 2 && trouble != null) {
            trouble.begins().showsAt(place.now() + Ordinary.LOCK_LIMIT);
          }
          place.pause(lasts + 1_500L * self);
          if (trouble != null) {
            trouble.ends();
          }
          item.start();
          it.think();
          item.complete();
          return place.text("merged");
        });
  }

  private static void resolvesItself(Stage stage) {
    stage.run();
    cross(stage, null, stage.dice().between(2_000, (int) Ordinary.LOCK_LIMIT - 3_000));
  }

  private static void threeAgents(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          List<String> agents = place.agents(3);
          Trouble trouble = stage.trouble(TYPE, run);
          for (int i = 0; i < 3; i++) {
            trouble.causedBy("agent", agents.get(i));
            trouble.causedBy("edge", agents.get(i) + " → " + agents.get((i + 1) % 3));
          }
          List<WorkItem> items = new ArrayList<>();
          for (String agent : agents) {
            items.add(WorkItem.create(run, "agree", agent, List.of(), place.text("part")).start());
            run.beat();
          }
          for (int i = 0; i < 3; i++) {
            trouble.causedBy("edge", items.get(i).id() + " → " + items.get((i + 1) % 3).id());
            trouble.causedBy("edge", items.get(i).id() + " → " + agents.get((i + 1) % 3));
            trouble.causedBy("edge", agents.get(i) + " → " + items.get(i).id());
            place.pause(place.time(stage.dice().between(1.0, 8.0)));
            items.get(i).block("agent", agents.get((i + 1) % 3), agents.get((i + 1) % 3), null);
          }
          trouble.begins().showsAt(place.now() + Ordinary.LOCK_LIMIT);
          place.pause(persists(stage));
          items.forEach(WorkItem::cancel);
          trouble.ends();
          run.beat();
        });
  }

  private static void crossedHandoffs(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String first = place.agent();
          String second = place.agent();
          Trouble trouble =
              stage
                  .trouble(TYPE, run)
                  .causedBy("edge", second + " → " + first)
                  .causedBy("edge", first + " → " + second)
                  .causedBy("agent", first)
                  .causedBy("agent", second)
                  .mayAlso("handoff_lost", "the second offer is indeed never taken up");
          run.invoke(
              first,
              place.text("brief"),
              it -> {
                it.think();
                String asked = run.handoffs().offer(first, second, place.text("question"));
                run.beat();
                run.root()
                    .takeUp(
                        asked,
                        second,
                        place.text("question"),
                        that -> {
                          that.think();
                          String back =
                              run.handoffs().offer(second, first, place.text("question back"));
                          trouble.begins().showsAt(place.now() + Ordinary.LOCK_LIMIT);
                          place.pause(persists(stage));
                          trouble.ends();
                          run.handoffs().fail(back, "java.util.concurrent.TimeoutException");
                          return place.text("answer");
                        });
                it.think();
                return place.text("findings");
              });
        });
  }

  private static void circularPlan(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          int size = stage.dice().between(2, 4);
          List<String> ids = new ArrayList<>();
          for (int i = 0; i < size; i++) {
            ids.add("step-" + stage.dice().hex(5));
          }
          List<String> agents = place.agents(size);
          Trouble trouble = stage.trouble(TYPE, run);
          List<WorkItem> items = new ArrayList<>();
          for (int i = 0; i < size; i++) {
            String needs = ids.get((i + 1) % size);
            trouble.causedBy("edge", ids.get(i) + " → " + needs);
            trouble.causedBy("agent", agents.get(i));
            items.add(
                WorkItem.create(
                    run, ids.get(i), "step", agents.get(i), List.of(needs), place.text("part")));
            run.beat();
          }
          trouble.begins().showsAt(place.now() + Ordinary.LOCK_LIMIT);
          place.pause(persists(stage));
          items.forEach(WorkItem::cancel);
          trouble.ends();
          run.beat();
        });
  }

  private static void chain(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          List<String> agents = place.agents(3);
          List<WorkItem> items =
              agents.stream()
                  .map(agent -> WorkItem.create(run, "lay", agent, List.of(), place.text("part")))
                  .toList();
          items.forEach(WorkItem::start);
          items.get(0).block("agent", agents.get(1), agents.get(1), null);
          items.get(1).block("agent", agents.get(2), agents.get(2), null);
          run.invoke(
              agents.get(2),
              place.text("brief"),
              it -> {
                it.on(items.get(2));
                for (int i = stage.dice().between(3, 12); i > 0; i--) {
                  it.think();
                  it.use(place.tool(), place.text("about"));
                }
                return place.text("laid");
              });
          for (int i = 2; i >= 0; i--) {
            if (i < 2) {
              items.get(i).start();
              place.pause(place.time(2));
            }
            items.get(i).complete();
          }
          run.beat();
        });
  }

  private static void person(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          List<String> agents = place.agents(2);
          List<WorkItem> items =
              agents.stream()
                  .map(agent -> WorkItem.create(run, "sign", agent, List.of(), place.text("part")))
                  .toList();
          items.forEach(WorkItem::start);
          items.get(0).block("human", "signature", "ada", null);
          items.get(1).block("agent", agents.get(0), agents.get(0), null);
          place.pause((long) (60_000 * stage.dice().magnitude(10, 300)));
          items.forEach(WorkItem::start);
          place.pause(place.time(3));
          items.forEach(WorkItem::complete);
          run.beat();
        });
  }
}

package dev.pitwall.sample.simulator.scenario;

import static dev.pitwall.sample.simulator.scenario.Scenario.harmless;
import static dev.pitwall.sample.simulator.scenario.Scenario.trouble;

import dev.pitwall.sample.simulator.kernel.Resource;
import dev.pitwall.sample.simulator.telemetry.Attributes;
import dev.pitwall.sample.simulator.workforce.Orchestration.Topology;
import dev.pitwall.sample.simulator.workforce.Run;
import dev.pitwall.sample.simulator.workforce.Tool;
import dev.pitwall.sample.simulator.workforce.WorkItem;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.ArrayList;
import java.util.List;

/**
 * One that makes the others queue. A burst that drains looks the same at first, so it shows when
 * the server has finished five pieces of work and the queue is longer than before each of them.
 */
final class Bottlenecks {

  private static final String TYPE = "bottleneck";
  private static final int PIECES = 5;

  private Bottlenecks() {}

  static List<Scenario> all() {
    return List.of(
        trouble(
            TYPE,
            "one-agent",
            Visibility.EXTENSION_ONLY,
            "one agent gets work faster than it can do it",
            Bottlenecks::oneAgent),
        trouble(
            TYPE,
            "scarce-resource",
            Visibility.EXTENSION_ONLY,
            "many tasks need a resource of which there is one or two",
            Bottlenecks::scarceResource),
        trouble(
            TYPE,
            "owner-of-all-tasks",
            Visibility.EXTENSION_ONLY,
            "tasks become ready for one agent faster than it does them",
            Bottlenecks::ownerOfAll),
        harmless(
            TYPE,
            "burst-that-drains",
            "much work comes at once and is done within a minute or two",
            Bottlenecks::burst),
        harmless(
            TYPE,
            "many-workers",
            "much work comes and many workers of one kind do it",
            Bottlenecks::manyWorkers));
  }

  /** A slow server, at any pace of its place: a quarter of a minute to more than one. */
  private static long service(Stage stage) {
    return (long) (1_000 * stage.dice().magnitude(15, 75));
  }

  /** Says when it shows, while the server finishes one piece after the other. */
  private static final class Watch {

    private final Trouble trouble;
    private int done;
    private int longest;

    Watch(Trouble trouble) {
      this.trouble = trouble;
    }

    void finished(int waiting) {
      if (!trouble.hasBegun()) {
        return;
      }
      done = waiting > longest ? done + 1 : done;
      longest = Math.max(longest, waiting);
      if (done == PIECES) {
        trouble.shows();
      }
      if (waiting == 0) {
        trouble.ends();
      }
    }
  }

  private static void oneAgent(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String server = place.agent();
          long service = service(stage);
          int pieces = stage.dice().between(25, 50);
          Trouble trouble = stage.trouble(TYPE, run).causedBy("agent", server);
          Watch watch = new Watch(trouble);
          Resource desk = new Resource(place.simulation(), server, 1);
          List<Runnable> work = new ArrayList<>();
          double rate = stage.dice().between(0.25, 0.6);
          work.add(() -> place.pause(1));
          run.root()
              .nest(
                  server + "-pool",
                  Topology.PARALLEL,
                  pieces,
                  1,
                  pool -> {
                    for (int i = 0; i < pieces; i++) {
                      long arrival = (long) (i * rate * service);
                      work.add(
                          () -> {
                            place.pause(arrival);
                            String input = place.text("piece");
                            String offered = run.handoffs().offer(pool.name(), server, input);
                            if (desk.isBusy() && !trouble.hasBegun()) {
                              trouble.begins();
                            }
                            String self = place.text("turn");
                            desk.take(self);
                            pool.takeUp(
                                offered,
                                server,
                                input,
                                it -> {
                                  it.ask(
                                      place
                                          .model()
                                          .with(usual -> usual.after(around(stage, service))));
                                  return place.text("checked");
                                });
                            desk.give(self);
                            watch.finished(desk.waiting());
                          });
                    }
                    place.together(work);
                  });
        });
  }

  private static long around(Stage stage, long service) {
    return (long) stage.dice().logNormal((double) service, 0.15);
  }

  private static void scarceResource(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String licence = "licence-" + stage.dice().hex(4);
          long service = service(stage);
          int capacity = stage.dice().between(1, 2);
          int tasks = stage.dice().between(25, 45);
          Trouble trouble =
              stage.trouble(TYPE, run).causedBy("resource", licence).orReadAs("contention");
          Watch watch = new Watch(trouble);
          Resource resource = new Resource(place.simulation(), licence, capacity);
          List<Runnable> work = new ArrayList<>();
          double rate = stage.dice().between(0.2, 0.5) / capacity;
          for (int i = 0; i < tasks; i++) {
            long arrival = (long) (i * rate * service);
            work.add(
                () -> {
                  place.pause(arrival);
                  String agent = place.agent();
                  WorkItem item =
                      WorkItem.create(run, "scan", agent, List.of(), place.text("page")).start();
                  if (resource.isBusy()) {
                    if (!trouble.hasBegun()) {
                      trouble.begins();
                    }
                    item.block("resource", licence, null, null);
                    resource.take(agent);
                    item.start();
                  } else {
                    resource.take(agent);
                  }
                  place.pause(around(stage, service));
                  item.complete();
                  resource.give(agent);
                  watch.finished(resource.waiting());
                });
          }
          place.together(work);
        });
  }

  private static void ownerOfAll(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String owner = place.agent();
          long service = service(stage);
          int tasks = stage.dice().between(25, 45);
          Trouble trouble = stage.trouble(TYPE, run).causedBy("agent", owner);
          Watch watch = new Watch(trouble);
          Resource desk = new Resource(place.simulation(), owner, 1);
          double rate = stage.dice().between(0.2, 0.5);
          List<Runnable> work = new ArrayList<>();
          for (int i = 0; i < tasks; i++) {
            long arrival = (long) (i * rate * service);
            work.add(() -> ownTask(stage, run, owner, service, arrival, trouble, watch, desk));
          }
          place.together(work);
        });
  }

  private static void ownTask(
      Stage stage,
      Run run,
      String owner,
      long service,
      long arrival,
      Trouble trouble,
      Watch watch,
      Resource desk) {
    Workplace place = stage.place();
    place.pause(arrival);
    WorkItem item = WorkItem.create(run, "answer", owner, List.of(), place.text("letter"));
    if (desk.isBusy() && !trouble.hasBegun()) {
      trouble.begins();
    }
    String self = place.text("turn");
    desk.take(self);
    item.start();
    run.beat();
    var it = run.root().enter(owner, place.text("letter")).on(item);
    it.ask(place.model().with(usual -> usual.after(around(stage, service))));
    it.end(place.text("answer"));
    item.complete();
    desk.give(self);
    watch.finished(desk.waiting());
  }

  private static void burst(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String server = place.agent();
          int pieces = stage.dice().between(8, 20);
          long service = (long) (1_000 * stage.dice().between(1.0, 5.0));
          Resource desk = new Resource(place.simulation(), server, 1);
          run.root()
              .nest(
                  server + "-pool",
                  Topology.PARALLEL,
                  pieces,
                  1,
                  pool -> {
                    List<Runnable> work = new ArrayList<>();
                    for (int i = 0; i < pieces; i++) {
                      work.add(
                          () -> {
                            String input = place.text("piece");
                            String offered = run.handoffs().offer(pool.name(), server, input);
                            String self = place.text("turn");
                            desk.take(self);
                            pool.takeUp(
                                offered,
                                server,
                                input,
                                it -> {
                                  it.ask(
                                      place
                                          .model()
                                          .with(usual -> usual.after(around(stage, service))));
                                  return place.text("checked");
                                });
                            desk.give(self);
                          });
                    }
                    place.together(work);
                  });
        });
  }

  private static void manyWorkers(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String kind = place.agent();
          int workers = stage.dice().between(6, 12);
          Tool tool = place.tool();
          run.root()
              .nest(
                  kind + "-team",
                  Topology.PARALLEL,
                  workers,
                  1,
                  team -> {
                    List<Runnable> work = new ArrayList<>();
                    for (int i = 0; i < workers; i++) {
                      work.add(
                          () ->
                              team.invoke(
                                  kind,
                                  place.text("piece"),
                                  it -> {
                                    it.think();
                                    it.use(tool, place.text("about"), new Attributes());
                                    return place.text("checked");
                                  }));
                    }
                    place.together(work);
                  });
        });
  }
}

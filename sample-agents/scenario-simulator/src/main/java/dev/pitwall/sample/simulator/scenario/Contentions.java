package dev.pitwall.sample.simulator.scenario;

import static dev.pitwall.sample.simulator.scenario.Scenario.harmless;
import static dev.pitwall.sample.simulator.scenario.Scenario.trouble;

import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.sample.simulator.kernel.Resource;
import dev.pitwall.sample.simulator.telemetry.Attributes;
import dev.pitwall.sample.simulator.workforce.Run;
import dev.pitwall.sample.simulator.workforce.WorkItem;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parties that get in each other's way. Repeated waits show with the end of the third, because a
 * wait is known to be one when it ends; a single wait when it is not short any more, after two
 * minutes; overwriting when a second version has been overwritten, so that it is mutual.
 */
final class Contentions {

  private static final String TYPE = "contention";

  private Contentions() {}

  static List<Scenario> all() {
    return List.of(
        trouble(
            TYPE,
            "repeated-waits",
            Visibility.EXTENSION_ONLY,
            "agents wait for the same resource again and again",
            Contentions::repeatedWaits),
        trouble(
            TYPE,
            "long-wait",
            Visibility.EXTENSION_ONLY,
            "an agent waits long for what another one holds and uses",
            Contentions::longWait),
        trouble(
            TYPE,
            "lost-updates",
            Visibility.EXTENSION_ONLY,
            "two agents overwrite each other's versions of one document",
            Contentions::lostUpdates),
        harmless(TYPE, "parallel-reading", "many agents read one document", Contentions::readers),
        harmless(TYPE, "one-short-wait", "an agent waits once for a moment", Contentions::oneWait),
        harmless(
            TYPE,
            "hand-to-hand",
            "a document goes from agent to agent, each reads before it writes",
            Contentions::handToHand));
  }

  private static void repeatedWaits(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String thing = "index-" + stage.dice().hex(4);
          Resource resource = new Resource(place.simulation(), thing, 1);
          Trouble trouble = stage.trouble(TYPE, run).causedBy("resource", thing);
          int rounds = stage.dice().between(4, 8);
          int[] waits = {0};
          long hold = (long) (1_000 * stage.dice().magnitude(5, 40));
          List<Runnable> parties = new ArrayList<>();
          for (String agent : place.agents(stage.dice().between(2, 4))) {
            parties.add(
                () -> {
                  WorkItem item =
                      WorkItem.create(run, "update", agent, List.of(), place.text("part")).start();
                  for (int round = 0; round < rounds; round++) {
                    place.pause((long) stage.dice().logNormal(hold / 3.0, 0.4));
                    useOnce(run, resource, agent, item, trouble, waits);
                    place.pause((long) stage.dice().logNormal((double) hold, 0.3));
                    resource.give(agent);
                  }
                  item.complete();
                });
          }
          place.together(parties);
          trouble.ends();
        });
  }

  private static void useOnce(
      Run run, Resource resource, String agent, WorkItem item, Trouble trouble, int[] waits) {
    if (!resource.isBusy()) {
      resource.take(agent);
      return;
    }
    if (!trouble.hasBegun()) {
      trouble.begins();
    }
    item.block("resource", resource.name(), resource.holder(), null);
    resource.take(agent);
    item.start();
    waits[0]++;
    if (waits[0] == Ordinary.FEW) {
      trouble.showsAt(run.place().now());
    }
  }

  private static void longWait(Stage stage) {
    stage.amid(
        run -> {
          String thing = "workspace-" + stage.dice().hex(4);
          Trouble trouble = stage.trouble(TYPE, run).causedBy("resource", thing);
          wait(stage, run, thing, trouble, (long) (60_000 * stage.dice().magnitude(6, 40)));
        });
  }

  /** One agent works with a thing, another one waits for it; no trouble if that is short. */
  private static void wait(
      Stage stage, Run run, String thing, @Nullable Trouble trouble, long lasts) {
    Workplace place = stage.place();
    String holder = place.agent();
    String waiter = place.agent();
    long until = place.now() + lasts;
    place.together(
        List.of(
            () ->
                run.invoke(
                    holder,
                    place.text("brief"),
                    it -> {
                      while (place.now() < until) {
                        it.think();
                        it.use(place.tool(), place.text("about"));
                      }
                      return place.text("built");
                    }),
            () -> {
              place.pause(50);
              WorkItem item =
                  WorkItem.create(run, "merge", waiter, List.of(), place.text("part")).start();
              if (trouble != null) {
                trouble.begins().showsAt(place.now() + Ordinary.SHORT_WAIT);
              }
              item.block("resource", thing, holder, null);
              place.pause(lasts);
              if (trouble != null) {
                trouble.ends();
              }
              item.start();
              place.pause(place.time(2));
              item.complete();
            }));
  }

  private static void access(Run run, String thing, String agent, String how, int version) {
    run.log(
        Events.RESOURCE_ACCESSED,
        new Attributes()
            .with(Pitwall.RESOURCE, thing)
            .with(Pitwall.RESOURCE_VERSION, "v" + version)
            .with(Pitwall.RESOURCE_ACCESS, how)
            .with(Pitwall.RESOURCE_ACCESSED_AT, run.place().now())
            .with(GenAi.AGENT, agent));
    run.beat();
  }

  private static void lostUpdates(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String thing = "document-" + stage.dice().hex(4);
          List<String> agents = place.agents(2);
          Trouble trouble = stage.trouble(TYPE, run).causedBy("resource", thing);
          int rounds = stage.dice().between(2, 5);
          int[] version = {1};
          for (int round = 0; round < rounds; round++) {
            for (String agent : agents) {
              access(run, thing, agent, "read", version[0]);
            }
            for (int i = 0; i < 2; i++) {
              String agent = agents.get((i + round) % 2);
              run.root()
                  .invokeInPassing(
                      agent,
                      place.text("remarks"),
                      it -> {
                        it.think();
                        return place.text("text");
                      });
              if (i == 1 && round == 0) {
                trouble.begins();
              }
              access(run, thing, agent, "write", ++version[0]);
              if (i == 1 && round == 1) {
                trouble.shows();
              }
            }
          }
          trouble.ends();
        });
  }

  private static void readers(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String thing = "document-" + stage.dice().hex(4);
          List<Runnable> all = new ArrayList<>();
          for (String agent : place.agents(stage.dice().between(4, 10))) {
            all.add(
                () -> {
                  access(run, thing, agent, "read", 3);
                  run.invoke(
                      agent,
                      place.text("question"),
                      it -> {
                        it.think();
                        return place.text("answer");
                      });
                });
          }
          place.together(all);
        });
  }

  private static void oneWait(Stage stage) {
    stage.amid(
        run ->
            wait(
                stage,
                run,
                "workspace-" + stage.dice().hex(4),
                null,
                stage.dice().between(1_000, 25_000)));
  }

  private static void handToHand(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String thing = "document-" + stage.dice().hex(4);
          int version = 1;
          for (String agent : place.agents(stage.dice().between(3, 6))) {
            access(run, thing, agent, "read", version);
            run.invoke(
                agent,
                place.text("remarks"),
                it -> {
                  it.think();
                  return place.text("text");
                });
            access(run, thing, agent, "write", ++version);
          }
        });
  }
}

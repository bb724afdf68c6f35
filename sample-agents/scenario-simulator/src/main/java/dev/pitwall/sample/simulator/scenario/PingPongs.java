package dev.pitwall.sample.simulator.scenario;

import static dev.pitwall.sample.simulator.scenario.Scenario.harmless;
import static dev.pitwall.sample.simulator.scenario.Scenario.trouble;

import dev.pitwall.sample.simulator.workforce.Orchestration.Topology;
import dev.pitwall.sample.simulator.workforce.Run;
import dev.pitwall.sample.simulator.workforce.Verdicts;
import dev.pitwall.sample.simulator.workforce.WorkItem;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.List;

/**
 * Control that goes back and forth. Asking back once or twice is how parties agree, so it shows
 * when control comes back for the third time and nothing was finished.
 */
final class PingPongs {

  private static final String TYPE = "ping_pong";

  private PingPongs() {}

  static List<Scenario> all() {
    return List.of(
        trouble(
            TYPE,
            "passed-to-and-fro",
            Visibility.EXTENSION_ONLY,
            "two agents pass control to each other and neither does the work",
            PingPongs::passedToAndFro),
        trouble(
            TYPE,
            "through-a-supervisor",
            Visibility.SPANS_WITH_CONTENT,
            "a supervisor sends the same work to two agents in turn",
            PingPongs::throughASupervisor),
        trouble(
            TYPE,
            "refused-again",
            Visibility.EXTENSION_ONLY,
            "work is offered to the same agent again and again, which declines each time",
            PingPongs::refusedAgain),
        trouble(
            TYPE,
            "sent-back-by-a-gate",
            Visibility.EXTENSION_ONLY,
            "a gate sends back what its writer hands in unchanged, again and again",
            PingPongs::sentBack),
        harmless(
            TYPE,
            "each-leg-finishes",
            "two agents take turns and each leaves something behind",
            PingPongs::eachLegFinishes),
        harmless(
            TYPE,
            "asks-back-and-moves-on",
            "an agent asks back once or twice, then the work goes to somebody else",
            PingPongs::asksBack));
  }

  private static void passedToAndFro(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          List<String> parties = place.agents(2);
          int legs = stage.dice().between(10, 30);
          Trouble trouble = stage.trouble(TYPE, run);
          parties.forEach(party -> trouble.causedBy("agent", party));
          edges(trouble, parties);
          run.root()
              .nest(
                  place.agent() + "-desk",
                  Topology.SUPERVISOR,
                  2,
                  1,
                  desk -> {
                    String offered =
                        run.handoffs().pass(desk.name(), parties.get(0), place.text("request"));
                    for (int leg = 0; leg < legs; leg++) {
                      String self = parties.get(leg % 2);
                      String other = parties.get((leg + 1) % 2);
                      mark(trouble, leg - 1);
                      desk.takeUp(
                          offered,
                          self,
                          place.text("please"),
                          it -> {
                            it.think();
                            return "over to " + other;
                          });
                      if (leg + 1 < legs) {
                        offered = run.handoffs().pass(self, other, place.text("rather you"));
                        run.beat();
                      }
                    }
                    trouble.ends();
                  });
        });
  }

  /** Notes that control has come back for so many times; 0 or less is not yet. */
  private static void mark(Trouble trouble, int returns) {
    if (returns == 1) {
      trouble.begins();
    }
    if (returns == Ordinary.FEW) {
      trouble.shows();
    }
  }

  private static void edges(Trouble trouble, List<String> parties) {
    trouble.causedBy("edge", parties.get(0) + " → " + parties.get(1));
    trouble.causedBy("edge", parties.get(1) + " → " + parties.get(0));
  }

  private static void throughASupervisor(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          List<String> parties = place.agents(2);
          String supervisor = place.agent() + "-lead";
          String request = place.text("request");
          List<String> excuses = List.of(place.text("not mine"), place.text("not mine either"));
          int legs = stage.dice().between(10, 24);
          Trouble trouble = stage.trouble(TYPE, run).causedBy("agent", supervisor);
          trouble.orReadAs("loop");
          trouble.mayAlso(
              "duplicate_work",
              "the same agent is indeed asked the same again, from the second on");
          run.root()
              .nest(
                  supervisor,
                  Topology.SUPERVISOR,
                  2,
                  1,
                  lead -> {
                    for (int leg = 0; leg < legs; leg++) {
                      mark(trouble, leg - 1);
                      String excuse = excuses.get(leg % 2);
                      lead.invoke(
                          parties.get(leg % 2),
                          request,
                          it -> {
                            it.think();
                            return excuse;
                          });
                    }
                    trouble.ends();
                  });
        });
  }

  private static void refusedAgain(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String giver = place.agent();
          String refuser = place.agent();
          int times = stage.dice().between(8, 20);
          Trouble trouble =
              stage
                  .trouble(TYPE, run)
                  .causedBy("edge", giver + " → " + refuser)
                  .causedBy("agent", refuser);
          run.invoke(
              giver,
              place.text("brief"),
              it -> {
                for (int i = 0; i < times; i++) {
                  it.think();
                  String offered = run.handoffs().pass(giver, refuser, place.text("please"));
                  place.pause(place.time(stage.dice().between(0.5, 4.0)));
                  run.handoffs().reject(offered, "not my field");
                  run.beat();
                  mark(trouble, i + 1);
                }
                trouble.ends();
                return place.text("done by myself");
              });
        });
  }

  private static void sentBack(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String writer = place.agent();
          String reviewer = place.agent();
          String draft = place.text("draft");
          String remarks = place.text("remarks");
          int rounds = stage.dice().between(8, 16);
          WorkItem item = WorkItem.create(run, "write", writer, List.of(), place.text("topic"));
          item.start();
          Trouble trouble = stage.trouble(TYPE, run).orReadAs("loop");
          trouble.mayAlso("duplicate_work", "the writer is indeed given the same remarks again");
          trouble.causedBy("agent", writer).causedBy("agent", reviewer);
          edges(trouble, List.of(writer, reviewer));
          trouble.causedBy("agent", writer + "-desk");
          run.root()
              .nest(
                  writer + "-desk",
                  Topology.SUPERVISOR,
                  2,
                  1,
                  desk -> {
                    for (int round = 0; round < rounds; round++) {
                      mark(trouble, round);
                      desk.invoke(
                          writer,
                          remarks,
                          it -> {
                            it.on(item).think();
                            return draft;
                          });
                      desk.invoke(
                          reviewer,
                          draft,
                          it -> {
                            it.think();
                            return remarks;
                          });
                      Verdicts.gate(run, "house-style", writer, false, round + 1, item);
                      item.rework("house-style");
                      run.beat();
                    }
                    trouble.ends();
                  });
          item.complete();
          run.beat();
        });
  }

  private static void eachLegFinishes(Stage stage) {
    stage.amid(run -> takeTurns(stage, run, stage.dice().between(8, 20)));
  }

  private static void takeTurns(Stage stage, Run run, int legs) {
    Workplace place = stage.place();
    List<String> parties = place.agents(2);
    run.root()
        .nest(
            place.agent() + "-desk",
            Topology.SUPERVISOR,
            2,
            1,
            desk -> {
              for (int leg = 0; leg < legs; leg++) {
                String agent = parties.get(leg % 2);
                WorkItem chapter =
                    WorkItem.create(run, "chapter", agent, List.of(), place.text("chapter"));
                desk.invoke(
                    agent,
                    place.text("next"),
                    it -> {
                      it.on(chapter.start()).think();
                      return place.text("chapter");
                    });
                chapter.complete();
                run.beat();
              }
            });
  }

  private static void asksBack(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          List<String> agents = place.agents(3);
          int rounds = stage.dice().between(1, 2);
          run.root()
              .nest(
                  place.agent() + "-desk",
                  Topology.SUPERVISOR,
                  3,
                  1,
                  desk -> {
                    for (int i = 0; i < 2 * rounds; i++) {
                      desk.invokeInPassing(
                          agents.get(i % 2),
                          place.text("question"),
                          it -> {
                            it.think();
                            return place.text("answer");
                          });
                    }
                    desk.invoke(
                        agents.get(2),
                        place.text("request"),
                        it -> {
                          it.think();
                          return place.text("result");
                        });
                  });
        });
  }
}

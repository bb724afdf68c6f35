package dev.pitwall.sample.simulator.scenario;

import static dev.pitwall.sample.simulator.scenario.Scenario.harmless;
import static dev.pitwall.sample.simulator.scenario.Scenario.trouble;

import dev.pitwall.sample.simulator.workforce.Invocation;
import dev.pitwall.sample.simulator.workforce.Job;
import dev.pitwall.sample.simulator.workforce.Orchestration.Topology;
import dev.pitwall.sample.simulator.workforce.Run;
import dev.pitwall.sample.simulator.workforce.Tool;
import dev.pitwall.sample.simulator.workforce.WorkItem;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done twice. Small look-ups may be repeated, so it shows when the second doing has
 * lasted for longer than a look-up.
 */
final class DuplicateWorks {

  private static final String TYPE = "duplicate_work";

  private DuplicateWorks() {}

  static List<Scenario> all() {
    return List.of(
        trouble(
            TYPE,
            "two-agents",
            Visibility.EXTENSION_ONLY,
            "two agents get tasks of one type with the same input",
            DuplicateWorks::twoAgents),
        trouble(
            TYPE,
            "accepted-twice",
            Visibility.EXTENSION_ONLY,
            "one handoff is taken up twice",
            DuplicateWorks::acceptedTwice),
        trouble(
            TYPE,
            "asked-again",
            Visibility.SPANS_WITH_CONTENT,
            "a supervisor has the same done again by the same agent",
            DuplicateWorks::askedAgain),
        harmless(
            TYPE,
            "check-after-change",
            "a check runs again after what it checks has changed",
            DuplicateWorks::checkAfterChange),
        harmless(
            TYPE,
            "take-over",
            "an agent does what another one has failed to do",
            DuplicateWorks::takeOver),
        harmless(
            TYPE, "small-look-ups", "several agents look up the same", DuplicateWorks::lookUps),
        harmless(TYPE, "similar-input", "an agent does similar things", DuplicateWorks::similar));
  }

  /** Real work: a quarter of a minute at least. */
  private static String work(Stage stage, Invocation it) {
    Workplace place = stage.place();
    long enough = place.now() + (long) (1_000 * stage.dice().magnitude(15, 120));
    Tool tool = place.tool();
    while (place.now() < enough) {
      it.think();
      it.use(tool, place.text("about"));
    }
    return place.text("findings");
  }

  private static void twoAgents(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          List<String> agents = place.agents(2);
          String input = place.text("question");
          Trouble trouble =
              stage
                  .trouble(TYPE, run)
                  .causedBy("agent", agents.get(1))
                  .causedBy("agent", agents.get(0))
                  .causedBy("agent", place.workflow());
          place.together(
              List.of(
                  () -> task(stage, run, agents.get(0), input, null, 0),
                  () ->
                      task(
                          stage,
                          run,
                          agents.get(1),
                          input,
                          trouble,
                          stage.dice().between(200, 12_000))));
        });
  }

  private static void task(
      Stage stage, Run run, String agent, String input, @Nullable Trouble trouble, long later) {
    Workplace place = stage.place();
    place.pause(later);
    WorkItem item = WorkItem.create(run, "research", agent, List.of(), input);
    place.pause(2);
    if (trouble != null) {
      trouble.begins().showsAt(place.now() + Ordinary.LOOK_UP);
    }
    item.start();
    run.root().invoke(agent, place.text("as told"), it -> work(stage, it.on(item)));
    item.complete();
    run.beat();
  }

  private static void acceptedTwice(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String agent = place.agent();
          String input = place.text("order");
          Trouble trouble =
              stage
                  .trouble(TYPE, run)
                  .causedBy("edge", place.workflow() + " → " + agent)
                  .causedBy("agent", agent);
          String offered = run.handoffs().offer(run.orchestrator(), agent, input);
          run.beat();
          place.together(
              List.of(
                  () -> run.root().takeUp(offered, agent, input, it -> work(stage, it)),
                  () -> {
                    place.pause(stage.dice().between(100, 9_000));
                    trouble.begins().showsAt(place.now() + Ordinary.LOOK_UP);
                    run.handoffs().accept(offered);
                    Invocation second = run.root().enter(agent, input);
                    second.end(work(stage, second));
                  }));
        });
  }

  private static void askedAgain(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String agent = place.agent();
          String lead = place.agent() + "-lead";
          String input = place.text("question");
          Trouble trouble =
              stage
                  .trouble(TYPE, run)
                  .causedBy("agent", lead)
                  .causedBy("edge", lead + " → " + agent)
                  .causedBy("agent", agent);
          run.root()
              .nest(
                  lead,
                  Topology.SUPERVISOR,
                  3,
                  1,
                  team -> {
                    team.invoke(agent, input, it -> work(stage, it));
                    String offered = run.handoffs().offer(lead, agent, input);
                    run.beat();
                    trouble.begins().showsAt(place.now() + Ordinary.LOOK_UP);
                    team.takeUp(offered, agent, input, it -> work(stage, it));
                  });
        });
  }

  private static void checkAfterChange(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String checker = place.agent();
          String editor = place.agent();
          String input = place.text("document 7");
          run.root()
              .nest(
                  editor + "-lead",
                  Topology.SUPERVISOR,
                  2,
                  1,
                  team -> {
                    for (int i = stage.dice().between(2, 3); i > 0; i--) {
                      team.invoke(checker, input, it -> work(stage, it));
                      team.invoke(editor, place.text("remarks"), it -> work(stage, it));
                    }
                    team.invoke(checker, input, it -> work(stage, it));
                  });
        });
  }

  private static void takeOver(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String input = place.text("question");
          List<String> agents = place.agents(2);
          WorkItem first = WorkItem.create(run, "research", agents.get(0), List.of(), input);
          first.start();
          run.invoke(
              agents.get(0),
              place.text("as told"),
              it -> {
                work(stage, it.on(first));
                it.fails("java.lang.IllegalStateException");
                return null;
              });
          first.fail("java.lang.IllegalStateException");
          run.beat();
          task(stage, run, agents.get(1), input, null, 5);
        });
  }

  private static void lookUps(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          Tool tool = Tool.working("lookUpRate", stage.dice().between(100.0, 800.0));
          for (String agent : place.agents(stage.dice().between(2, 4))) {
            run.invoke(
                agent,
                place.text("brief"),
                it -> {
                  it.think();
                  it.use(tool, "EUR");
                  return Job.work(it, List.of(place.tool()), 1);
                });
          }
        });
  }

  private static void similar(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String agent = place.agent();
          run.root()
              .nest(
                  place.agent() + "-lead",
                  Topology.SUPERVISOR,
                  1,
                  1,
                  team -> {
                    for (int i = stage.dice().between(2, 5); i > 0; i--) {
                      team.invoke(agent, place.text("chapter of"), it -> work(stage, it));
                    }
                  });
        });
  }
}

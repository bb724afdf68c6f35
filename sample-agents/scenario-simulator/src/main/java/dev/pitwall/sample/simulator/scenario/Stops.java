package dev.pitwall.sample.simulator.scenario;

import static dev.pitwall.sample.simulator.scenario.Scenario.harmless;
import static dev.pitwall.sample.simulator.scenario.Scenario.trouble;

import dev.pitwall.sample.simulator.workforce.EmergencyStop;
import dev.pitwall.sample.simulator.workforce.Invocation;
import dev.pitwall.sample.simulator.workforce.Tool;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.ArrayList;
import java.util.List;

/** Calls that begin after a stop. Each of them shows when it begins; what was under way may end. */
final class Stops {

  private static final String TYPE = "activity_after_stop";

  private Stops() {}

  static List<Scenario> all() {
    return List.of(
        trouble(
            TYPE,
            "agent-goes-on",
            Visibility.EXTENSION_ONLY,
            "an agent goes on with its calls after its workflow was stopped",
            stage -> goesOn(stage, 1, stage.dice().between(3, 20))),
        trouble(
            TYPE,
            "several-go-on",
            Visibility.EXTENSION_ONLY,
            "several agents go on after their workflow was stopped",
            stage -> goesOn(stage, 3, stage.dice().between(2, 8))),
        trouble(
            TYPE,
            "one-late-call",
            Visibility.EXTENSION_ONLY,
            "a single call begins some time after the stop",
            Stops::oneLateCall),
        harmless(
            TYPE,
            "calls-in-flight-end",
            "what was under way ends, and nothing begins",
            Stops::inFlight),
        harmless(
            TYPE, "stop-was-cleared", "work goes on after the stop was cleared", Stops::cleared),
        harmless(TYPE, "stop-of-another", "another workflow is stopped", Stops::another));
  }

  private static void turns(Invocation it, Tool tool, int turns, Runnable beforeEach) {
    for (int i = 0; i < turns; i++) {
      beforeEach.run();
      it.think();
      beforeEach.run();
      it.use(tool, it.run().place().text("about"));
    }
  }

  private static void goesOn(Stage stage, int agents, int turns) {
    Workplace place = stage.place();
    EmergencyStop stop = new EmergencyStop(place, place.workflow());
    boolean[] stopped = {false};
    stage.amid(
        run -> {
          Trouble trouble = stage.trouble(TYPE, run);
          Tool tool = place.tool();
          Runnable begins =
              () -> {
                if (stopped[0] && !trouble.hasBegun()) {
                  trouble.begins().shows();
                }
              };
          List<Runnable> members = new ArrayList<>();
          for (String agent : place.agents(agents)) {
            trouble.causedBy("agent", agent);
            members.add(
                () ->
                    run.invoke(
                        agent,
                        place.text("brief"),
                        it -> {
                          turns(it, tool, 3 + turns, begins);
                          return place.text("findings");
                        }));
          }
          members.add(
              () -> {
                place.pause((long) (2.5 * place.model().median()));
                stop.engage();
                place.pause(2);
                stopped[0] = true;
              });
          place.together(members);
        });
    stop.clear();
  }

  private static void oneLateCall(Stage stage) {
    Workplace place = stage.place();
    EmergencyStop stop = new EmergencyStop(place, place.workflow());
    var run = stage.run().begin(1);
    String agent = place.agent();
    Trouble trouble = stage.trouble(TYPE, run).causedBy("agent", agent);
    run.invoke(
        agent,
        place.text("brief"),
        it -> {
          it.think();
          stop.engage();
          place.pause((long) (1_000 * stage.dice().magnitude(5, 600)));
          trouble.begins().shows();
          it.think();
          return place.text("findings");
        });
    trouble.ends();
    run.fail("dev.acme.Stopped");
    stop.clear();
  }

  private static void inFlight(Stage stage) {
    Workplace place = stage.place();
    EmergencyStop stop = new EmergencyStop(place, place.workflow());
    var run = stage.run().begin(1);
    List<Runnable> members = new ArrayList<>();
    for (String agent : place.agents(stage.dice().between(1, 3))) {
      members.add(
          () ->
              run.invoke(
                  agent,
                  place.text("brief"),
                  it -> {
                    it.ask(place.model().with(usual -> usual.after(usual.millis() + 4_000)));
                    return place.text("half of it");
                  }));
    }
    members.add(
        () -> {
          place.pause(stage.dice().between(300, 2_000));
          stop.engage();
        });
    place.together(members);
    run.fail("dev.acme.Stopped");
    stop.clear();
  }

  private static void cleared(Stage stage) {
    Workplace place = stage.place();
    EmergencyStop stop = new EmergencyStop(place, place.workflow());
    stage.amid(
        run -> {
          stop.engage();
          place.pause((long) (1_000 * stage.dice().magnitude(10, 600)));
          stop.clear();
          run.beat();
          run.invoke(
              place.agent(),
              place.text("brief"),
              it -> {
                turns(it, place.tool(), 3, () -> {});
                return place.text("findings");
              });
        });
  }

  private static void another(Stage stage) {
    Workplace place = stage.place();
    EmergencyStop stop = new EmergencyStop(place, place.workflow() + "-of-others");
    stage.amid(
        run -> {
          stop.engage();
          run.beat();
          run.invoke(
              place.agent(),
              place.text("brief"),
              it -> {
                turns(it, place.tool(), 3, () -> {});
                return place.text("findings");
              });
        });
    stop.clear();
  }
}

package dev.pitwall.sample.simulator.scenario;

import static dev.pitwall.sample.simulator.scenario.Scenario.harmless;
import static dev.pitwall.sample.simulator.scenario.Scenario.trouble;

import dev.pitwall.sample.simulator.workforce.Question;
import dev.pitwall.sample.simulator.workforce.Run;
import dev.pitwall.sample.simulator.workforce.Tool;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Actions that do not wait for their decision. It shows as soon as the action is done. */
final class Approvals {

  private static final String TYPE = "approval_bypassed";

  private Approvals() {}

  static List<Scenario> all() {
    return List.of(
        trouble(
            TYPE,
            "before-the-answer",
            Visibility.EXTENSION_ONLY,
            "a tool acts while a person is still being asked",
            stage -> bypass(stage, null)),
        trouble(
            TYPE,
            "against-the-answer",
            Visibility.EXTENSION_ONLY,
            "a tool acts although a person has said no",
            stage -> bypass(stage, "rejected")),
        trouble(
            TYPE,
            "after-the-time-to-answer",
            Visibility.EXTENSION_ONLY,
            "a tool acts although nobody has answered in time",
            stage -> bypass(stage, "expired")),
        harmless(TYPE, "by-policy", "a policy decides at once", Approvals::byPolicy),
        harmless(
            TYPE, "revised-and-approved", "a no becomes a yes after a change", Approvals::revised),
        harmless(
            TYPE,
            "other-actions-meanwhile",
            "other tools are used while a person is asked",
            Approvals::otherActions));
  }

  private static void people(Stage stage) {
    stage.place().pause((long) (1_000 * stage.dice().magnitude(10, 4 * 3_600)));
  }

  private static void bypass(Stage stage, @Nullable String answer) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String agent = place.agent();
          Tool guarded = place.tool();
          Question question = Question.ask(run, "payment", guarded.name());
          if (answer != null) {
            people(stage);
            question.answer(answer);
            run.beat();
          }
          Trouble trouble =
              stage.trouble(TYPE, run).causedBy("agent", agent).causedBy("tool", guarded.name());
          run.invoke(
              agent,
              place.text("brief"),
              it -> {
                it.think();
                trouble.begins();
                it.use(guarded, place.text("pay"));
                trouble.shows();
                it.think();
                return place.text("paid");
              });
          trouble.ends();
          if (answer == null) {
            people(stage);
            question.answer("approved");
            run.beat();
          }
        });
  }

  private static void act(Run run, String agent, Tool tool) {
    Workplace place = run.place();
    run.invoke(
        agent,
        place.text("brief"),
        it -> {
          it.think();
          it.use(tool, place.text("pay"));
          return place.text("paid");
        });
  }

  private static void byPolicy(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          Tool guarded = place.tool();
          Question.ask(run, "payment", guarded.name()).answer("automatic");
          run.beat();
          act(run, place.agent(), guarded);
        });
  }

  private static void revised(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          Tool guarded = place.tool();
          String agent = place.agent();
          Question first = Question.ask(run, "payment", guarded.name());
          people(stage);
          first.answer("rejected");
          run.beat();
          act(run, agent, place.tool());
          Question second = Question.ask(run, "payment", guarded.name());
          people(stage);
          second.answer("approved");
          run.beat();
          act(run, agent, guarded);
        });
  }

  private static void otherActions(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          Tool guarded = place.tool();
          Question question = Question.ask(run, "payment", guarded.name());
          for (int i = stage.dice().between(1, 4); i > 0; i--) {
            act(run, place.agent(), place.tool());
          }
          people(stage);
          question.answer("approved");
          run.beat();
          act(run, place.agent(), guarded);
        });
  }
}

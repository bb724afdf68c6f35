package dev.pitwall.sample.simulator.scenario;

import static dev.pitwall.sample.simulator.scenario.Scenario.harmless;
import static dev.pitwall.sample.simulator.scenario.Scenario.trouble;

import dev.pitwall.sample.simulator.workforce.Invocation;
import dev.pitwall.sample.simulator.workforce.LanguageModel;
import dev.pitwall.sample.simulator.workforce.Run;
import dev.pitwall.sample.simulator.workforce.Tool;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.ArrayList;
import java.util.List;

/**
 * A provider that keeps refusing. One refusal is ordinary and the next may be the same window, so
 * it shows with the third.
 */
final class RateLimits {

  private static final String TYPE = "rate_limited";
  private static final int KEEPS = 3;
  private static final String STORM = "a client that does not wait long enough does storm as well";

  private RateLimits() {}

  static List<Scenario> all() {
    return List.of(
        trouble(
            TYPE,
            "one-agent-refused",
            Visibility.SPANS,
            "a provider refuses an agent again and again",
            RateLimits::oneAgent),
        trouble(
            TYPE,
            "all-agents-refused",
            Visibility.SPANS,
            "a quota is too small for agents that work side by side",
            RateLimits::allAgents),
        trouble(
            TYPE,
            "tool-quota",
            Visibility.SPANS,
            "a tool refuses because its quota is used up",
            RateLimits::toolQuota),
        harmless(
            TYPE,
            "one-refusal",
            "one call is refused and succeeds after a pause",
            RateLimits::oneRefusal),
        harmless(TYPE, "other-errors", "calls fail for another reason", RateLimits::otherErrors));
  }

  private static String refusal(Stage stage) {
    return stage.dice().one(List.of("429", "dev.acme.RateLimitException", "rate_limit_exceeded"));
  }

  private static LanguageModel refusing(Stage stage, String how) {
    return stage.place().model().with(usual -> usual.failing(how, stage.dice().between(60, 600)));
  }

  private static void refused(Trouble trouble, int refusals) {
    if (refusals == 1) {
      trouble.begins();
    }
    if (refusals == KEEPS) {
      trouble.shows();
    }
  }

  /** By its names: the model that was asked, and whose quota it is. */
  private static Trouble truth(Stage stage, Run run) {
    LanguageModel model = stage.place().model();
    return stage
        .trouble(TYPE, run)
        .causedBy("model", model.name())
        .causedBy("provider", model.provider())
        .mayAlso("retry_storm", STORM);
  }

  private static void oneAgent(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          LanguageModel refusing = refusing(stage, refusal(stage));
          int times = stage.dice().between(5, 20);
          Trouble trouble = truth(stage, run);
          run.invoke(
              place.agent(),
              place.text("brief"),
              it -> {
                it.think();
                for (int i = 1; i <= times; i++) {
                  it.ask(refusing);
                  refused(trouble, i);
                  place.pause((long) (1_000 * stage.dice().magnitude(2, 30)));
                }
                trouble.ends();
                it.think();
                return place.text("findings");
              });
        });
  }

  private static void allAgents(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          LanguageModel refusing = refusing(stage, refusal(stage));
          int[] refusals = {0};
          Trouble trouble = truth(stage, run);
          List<Runnable> members = new ArrayList<>();
          for (String agent : place.agents(stage.dice().between(3, 6))) {
            members.add(
                () ->
                    run.invoke(
                        agent,
                        place.text("part"),
                        it -> {
                          for (int i = 0; i < stage.dice().between(4, 8); i++) {
                            if (stage.dice().chance(0.65)) {
                              it.ask(refusing);
                              refused(trouble, ++refusals[0]);
                              place.pause((long) (1_000 * stage.dice().magnitude(3, 25)));
                            } else {
                              it.think();
                            }
                          }
                          it.ask(refusing);
                          refused(trouble, ++refusals[0]);
                          place.pause((long) (1_000 * stage.dice().magnitude(3, 25)));
                          it.think();
                          return place.text("findings");
                        }));
          }
          place.together(members);
          trouble.ends();
        });
  }

  private static void toolQuota(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          Tool tool = place.tool();
          Tool refusing =
              tool.with(
                  (arguments, usual) ->
                      usual
                          .failing("com.acme.QuotaExceededException")
                          .after(stage.dice().between(30, 500)));
          int times = stage.dice().between(5, 15);
          Trouble trouble =
              stage.trouble(TYPE, run).causedBy("tool", tool.name()).mayAlso("retry_storm", STORM);
          run.invoke(
              place.agent(),
              place.text("brief"),
              it -> {
                it.use(tool, place.text("about"));
                String question = place.text("about");
                for (int i = 1; i <= times; i++) {
                  it.think();
                  it.use(refusing, question);
                  refused(trouble, i);
                  place.pause((long) (1_000 * stage.dice().magnitude(2, 40)));
                }
                trouble.ends();
                it.use(tool, question);
                return place.text("findings");
              });
        });
  }

  private static void oneRefusal(Stage stage) {
    Workplace place = stage.place();
    stage.amidAnAgent(
        it -> {
          it.think();
          it.ask(refusing(stage, refusal(stage)));
          place.pause((long) (1_000 * stage.dice().between(2.0, 60.0)));
          return goOn(stage, it);
        });
  }

  private static String goOn(Stage stage, Invocation it) {
    it.think();
    it.use(stage.place().tool(), stage.place().text("about"));
    it.think();
    return stage.place().text("findings");
  }

  private static void otherErrors(Stage stage) {
    Workplace place = stage.place();
    stage.amidAnAgent(
        it -> {
          for (int i = stage.dice().between(3, 4); i > 0; i--) {
            it.ask(refusing(stage, "503"));
            place.pause((long) (1_000 * stage.dice().between(4.0, 30.0)));
          }
          return goOn(stage, it);
        });
  }
}

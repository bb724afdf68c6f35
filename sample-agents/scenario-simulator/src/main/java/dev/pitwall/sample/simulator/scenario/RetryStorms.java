package dev.pitwall.sample.simulator.scenario;

import static dev.pitwall.sample.simulator.scenario.Scenario.harmless;
import static dev.pitwall.sample.simulator.scenario.Scenario.trouble;

import dev.pitwall.sample.simulator.workforce.Invocation;
import dev.pitwall.sample.simulator.workforce.Job;
import dev.pitwall.sample.simulator.workforce.LanguageModel;
import dev.pitwall.sample.simulator.workforce.Tool;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.List;

/**
 * One call that fails again and again. Clients try up to five times on their own, so it shows with
 * the fifth failure in quick succession.
 */
final class RetryStorms {

  private static final String TYPE = "retry_storm";
  private static final int TRIES = 5;
  private static final String REFUSED = "java.net.ConnectException";
  private static final String BROKEN = "500";

  private RetryStorms() {}

  static List<Scenario> all() {
    return List.of(
        trouble(
            TYPE,
            "failing-tool",
            Visibility.SPANS,
            "an agent calls a broken tool again at once, many times",
            RetryStorms::failingTool),
        trouble(
            TYPE,
            "failing-model",
            Visibility.SPANS,
            "a client tries a model whose server is broken, many times",
            RetryStorms::failingModel),
        trouble(
            TYPE,
            "nested-retries",
            Visibility.SPANS,
            "each try of an agent is three tries of its client",
            RetryStorms::nested),
        harmless(
            TYPE,
            "tries-with-back-off",
            "a call succeeds after some tries with growing pauses",
            RetryStorms::backOff),
        harmless(TYPE, "scattered-errors", "one call in many fails", RetryStorms::scattered),
        harmless(
            TYPE,
            "fallback-that-works",
            "another tool is used where one has failed",
            RetryStorms::fallback),
        harmless(
            TYPE,
            "different-targets",
            "different things fail once each",
            RetryStorms::differentTargets));
  }

  private static Tool broken(Tool tool, long takes) {
    return tool.with((arguments, usual) -> usual.failing(REFUSED).after(takes));
  }

  private static void failed(Trouble trouble, int failures) {
    if (failures == 1) {
      trouble.begins();
    }
    if (failures == TRIES) {
      trouble.shows();
    }
  }

  private static long atOnce(Stage stage) {
    return stage.dice().between(20, 900);
  }

  private static void failingTool(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          Tool tool = place.tool();
          Tool other = place.tool();
          Trouble trouble = stage.trouble(TYPE, run).causedBy("tool", tool.name());
          run.invoke(
              place.agent(),
              place.text("brief"),
              it -> {
                it.think();
                storm(stage, it, tool, trouble);
                return Job.work(it, List.of(other), 1);
              });
        });
  }

  /** An agent calls a broken tool again at once, many times. */
  static void storm(Stage stage, Invocation it, Tool tool, Trouble trouble) {
    Workplace place = stage.place();
    String question = place.text("about");
    for (int i = stage.dice().between(10, 60), failures = 1; i > 0; i--, failures++) {
      it.use(broken(tool, stage.dice().between(5, 400)), question);
      failed(trouble, failures);
      place.pause(atOnce(stage));
    }
    trouble.ends();
  }

  private static void failingModel(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          LanguageModel broken =
              place.model().with(usual -> usual.failing(BROKEN, stage.dice().between(30, 700)));
          int times = stage.dice().between(8, 40);
          Trouble trouble = stage.trouble(TYPE, run).causedBy("model", broken.name());
          run.invoke(
              place.agent(),
              place.text("brief"),
              it -> {
                for (int i = 1; i <= times; i++) {
                  it.ask(broken);
                  failed(trouble, i);
                  place.pause(atOnce(stage));
                }
                trouble.ends();
                it.think();
                return place.text("findings");
              });
        });
  }

  private static void nested(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          Tool tool = place.tool();
          String agent = place.agent();
          String input = place.text("brief");
          String question = place.text("about");
          int rounds = stage.dice().between(4, 8);
          int[] failures = {0};
          Trouble trouble = stage.trouble(TYPE, run).causedBy("tool", tool.name());
          for (int round = 0; round < rounds; round++) {
            run.invoke(
                agent,
                input,
                it -> {
                  it.think();
                  for (int i = 0; i < 3; i++) {
                    it.use(broken(tool, stage.dice().between(5, 300)), question);
                    failed(trouble, ++failures[0]);
                    place.pause(atOnce(stage));
                  }
                  it.fails(REFUSED);
                  return null;
                });
            place.pause(stage.dice().between(100, 2_000));
          }
          trouble.ends();
        });
  }

  private static void backOff(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          Tool tool = place.tool();
          int tries = stage.dice().between(2, 4);
          run.invoke(
              place.agent(),
              place.text("brief"),
              it -> {
                it.think();
                String question = place.text("about");
                for (int i = 0; i < tries; i++) {
                  it.use(broken(tool, stage.dice().between(50, 900)), question);
                  place.pause((long) (1_000 * Math.pow(2, i) * stage.dice().between(0.8, 1.2)));
                }
                it.use(tool, question);
                it.think();
                return place.text("findings");
              });
        });
  }

  private static void scattered(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          Tool tool = place.tool();
          int calls = stage.dice().between(20, 50);
          run.invoke(
              place.agent(),
              place.text("brief"),
              it -> {
                for (int i = 0; i < calls; i++) {
                  it.think();
                  it.use(
                      i % 6 == 3 ? broken(tool, stage.dice().between(50, 900)) : tool,
                      place.text("about"));
                }
                return place.text("findings");
              });
        });
  }

  private static void fallback(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          Tool first = place.tool();
          Tool second = place.tool();
          int times = stage.dice().between(3, 8);
          run.invoke(
              place.agent(),
              place.text("brief"),
              it -> {
                for (int i = 0; i < times; i++) {
                  it.think();
                  String question = place.text("about");
                  it.use(broken(first, stage.dice().between(50, 900)), question);
                  it.use(second, question);
                }
                return place.text("findings");
              });
        });
  }

  private static void differentTargets(Stage stage) {
    Workplace place = stage.place();
    stage.amidAnAgent(
        it -> {
          it.think();
          for (int i = stage.dice().between(5, 9); i > 0; i--) {
            missing(stage, it);
          }
          return Job.work(it, List.of(place.tool()), 1);
        });
  }

  /** A page that is not there, of a site that works. */
  private static void missing(Stage stage, Invocation it) {
    Tool tool = stage.place().tool();
    it.use(
        tool.with((arguments, usual) -> usual.failing("404").after(stage.dice().between(50, 900))),
        stage.place().text("page"));
  }
}

package dev.pitwall.sample.simulator.scenario;

import static dev.pitwall.sample.simulator.scenario.Scenario.harmless;
import static dev.pitwall.sample.simulator.scenario.Scenario.trouble;

import dev.pitwall.sample.simulator.workforce.Invocation;
import dev.pitwall.sample.simulator.workforce.LanguageModel;
import dev.pitwall.sample.simulator.workforce.Tool;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.List;

/**
 * Contexts that outgrow their model. An error shows by itself, a truncation with the first answer
 * that is cut off at a full window, compaction again and again with the third. Growth is critical
 * from nine tenths of the window on, where an ordinary answer still just fits.
 */
final class Contexts {

  private static final String TYPE = "context_overflow";
  private static final double CRITICAL = 0.9;
  private static final int AGAIN_AND_AGAIN = 3;

  private Contexts() {}

  static List<Scenario> all() {
    return List.of(
        trouble(
            TYPE,
            "grows-into-an-error",
            Visibility.SPANS,
            "an agent reads on until the model refuses the input for its length",
            Contexts::error),
        trouble(
            TYPE,
            "grows-and-is-cut",
            Visibility.SPANS,
            "an agent reads on until the model's window is full and answers are cut off",
            Contexts::cut),
        trouble(
            TYPE,
            "compacted-again-and-again",
            Visibility.SPANS,
            "an agent's context is compacted, is full again soon, and so on",
            Contexts::compacted),
        harmless(
            TYPE, "stable-high-fill", "an agent's context is always nearly full", Contexts::stable),
        harmless(
            TYPE,
            "one-compaction",
            "a long conversation is compacted once",
            Contexts::oneCompaction),
        harmless(
            TYPE,
            "short-output-limit",
            "answers are cut off because they may not be longer",
            Contexts::shortOutput));
  }

  /** A model whose window is soon full, and a tool whose results fill it. */
  private record Reading(LanguageModel model, Tool tool, int step) {

    static Reading of(Stage stage, double share) {
      Workplace place = stage.place();
      LanguageModel model =
          stage.dice().chance(0.5) ? place.model() : place.model().small(stage.dice());
      int step = (int) (share * model.window());
      Tool tool =
          place
              .tool()
              .with((arguments, usual) -> usual.ofTokens((int) stage.dice().logNormal(step, 0.15)));
      return new Reading(model, tool, step);
    }

    int critical() {
      return (int) (CRITICAL * model.window());
    }

    /** Reads one thing more; an answer takes its room as well. */
    void more(Invocation it) {
      it.remember(Integer.MAX_VALUE);
      it.ask(model.with(usual -> usual.writing(Math.min(usual.output(), step))));
      it.use(tool, it.run().place().text("about"));
    }
  }

  private static Trouble truth(Stage stage, Invocation it, Reading reading) {
    return stage
        .trouble(TYPE, it.run())
        .causedBy("tool", reading.tool().name())
        .causedBy("agent", it.agent())
        .brewing();
  }

  private static void error(Stage stage) {
    Workplace place = stage.place();
    stage.amidAnAgent(
        it -> {
          Reading reading = Reading.of(stage, stage.dice().between(0.06, 0.2));
          Trouble trouble = truth(stage, it, reading);
          while (it.context() <= reading.model().window()) {
            reading.more(it);
            if (it.context() >= reading.critical() && !trouble.hasBegun()) {
              trouble.begins();
            }
          }
          String error =
              stage.dice().one(List.of("context_length_exceeded", "ContextLengthExceeded"));
          it.ask(reading.model().with(usual -> usual.failing(error, 300)));
          trouble.shows();
          trouble.ends();
          it.context(3_000);
          it.think();
          return place.text("findings");
        });
  }

  private static void cut(Stage stage) {
    Workplace place = stage.place();
    stage.amidAnAgent(
        it -> {
          Reading reading = Reading.of(stage, stage.dice().between(0.05, 0.12));
          int window = reading.model().window();
          Trouble trouble = truth(stage, it, reading);
          while (it.context() < 0.985 * window) {
            if (it.context() >= reading.critical() && !trouble.hasBegun()) {
              trouble.begins();
            }
            reading.more(it);
            it.context(Math.min(it.context(), (int) (0.99 * window)));
          }
          if (!trouble.hasBegun()) {
            trouble.begins();
          }
          for (int i = stage.dice().between(2, 6); i > 0; i--) {
            int room = window - it.context();
            it.ask(reading.model().with(usual -> usual.writing(room).cutOff()));
            it.context(window - room / 2);
            trouble.shows();
          }
          trouble.ends();
          it.context(3_000);
          it.think();
          return place.text("findings");
        });
  }

  private static void compacted(Stage stage) {
    Workplace place = stage.place();
    stage.amidAnAgent(
        it -> {
          Reading reading = Reading.of(stage, stage.dice().between(0.1, 0.2));
          Trouble trouble = truth(stage, it, reading);
          int times = stage.dice().between(4, 7);
          for (int i = 1; i <= times; i++) {
            fill(it, reading);
            compact(stage, it, reading);
            if (i == 1) {
              trouble.begins();
            }
            it.ask(reading.model());
            if (i == AGAIN_AND_AGAIN) {
              trouble.shows();
            }
          }
          trouble.ends();
          it.context(2_000);
          it.think();
          return place.text("findings");
        });
  }

  private static void fill(Invocation it, Reading reading) {
    while (it.context() < reading.critical()) {
      reading.more(it);
      it.context(Math.min(it.context(), (int) (0.96 * reading.model().window())));
    }
    it.ask(reading.model().with(usual -> usual.writing(20)));
  }

  private static void compact(Stage stage, Invocation it, Reading reading) {
    it.context((int) (stage.dice().between(0.15, 0.35) * reading.model().window()));
  }

  private static void stable(Stage stage) {
    Workplace place = stage.place();
    stage.amidAnAgent(
        it -> {
          LanguageModel model = place.model().small(stage.dice());
          double fill = stage.dice().between(0.84, 0.93);
          for (int i = stage.dice().between(8, 25); i > 0; i--) {
            it.context((int) (stage.dice().normal(fill, 0.004) * model.window()));
            it.ask(model.with(usual -> usual.writing(60)));
            it.use(place.tool(), place.text("about"));
          }
          return place.text("findings");
        });
  }

  private static void oneCompaction(Stage stage) {
    Workplace place = stage.place();
    stage.amidAnAgent(
        it -> {
          Reading reading = Reading.of(stage, stage.dice().between(0.08, 0.15));
          while (it.context() < 0.82 * reading.model().window()) {
            reading.more(it);
            it.context(Math.min(it.context(), (int) (0.87 * reading.model().window())));
          }
          compact(stage, it, reading);
          for (int i = 0; i < 4; i++) {
            it.ask(reading.model());
          }
          return place.text("findings");
        });
  }

  private static void shortOutput(Stage stage) {
    Workplace place = stage.place();
    stage.amidAnAgent(
        it -> {
          for (int i = stage.dice().between(3, 10); i > 0; i--) {
            it.ask(place.model().with(usual -> usual.writing(64).cutOff()));
          }
          return place.text("findings");
        });
  }
}

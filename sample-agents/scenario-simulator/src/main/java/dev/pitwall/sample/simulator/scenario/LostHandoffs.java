package dev.pitwall.sample.simulator.scenario;

import static dev.pitwall.sample.simulator.scenario.Scenario.harmless;
import static dev.pitwall.sample.simulator.scenario.Scenario.trouble;

import dev.pitwall.sample.simulator.workforce.Invocation;
import dev.pitwall.sample.simulator.workforce.Run;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.List;

/**
 * Work that gets lost. On an edge that was used before, an offer is far late after ten times what
 * was usual, a minute at least; on another one after five minutes. Accepted work of which nothing
 * is heard is far late after ten times what is usual, half an hour where that is not known. Who
 * does not exist is known at once, but the source may offer elsewhere for half a minute.
 */
final class LostHandoffs {

  private static final String TYPE = "handoff_lost";
  private static final long MINUTE = 60_000;
  private static final long REROUTE = MINUTE / 2;
  private static final long UNKNOWN_WORK = 30 * MINUTE;

  private LostHandoffs() {}

  static List<Scenario> all() {
    return List.of(
        trouble(
            TYPE,
            "never-taken-up",
            Visibility.EXTENSION_ONLY,
            "an offer to an agent that was never asked before is never taken up",
            Lost.NEVER::play),
        trouble(
            TYPE,
            "lost-on-a-known-edge",
            Visibility.EXTENSION_ONLY,
            "after many offers that were taken up quickly, one is not",
            Lost.KNOWN_EDGE::play),
        trouble(
            TYPE,
            "vanished-with-the-work",
            Visibility.EXTENSION_ONLY,
            "work is taken up and nothing is heard of it again",
            Lost.VANISHED::play),
        trouble(
            TYPE,
            "nobody-of-that-name",
            Visibility.EXTENSION_ONLY,
            "work is offered to an agent that does not exist",
            LostHandoffs::unknownTarget),
        harmless(
            TYPE,
            "slow-acceptance",
            "an offer is taken up after a minute or some",
            LostHandoffs::slow),
        harmless(
            TYPE,
            "refused-and-rerouted",
            "an offer is declined and made to somebody else",
            LostHandoffs::rerouted),
        harmless(TYPE, "reported-failure", "the receiver fails and says so", LostHandoffs::failure),
        harmless(
            TYPE,
            "in-a-persons-inbox",
            "a person takes the work up after hours",
            LostHandoffs::inbox),
        harmless(
            TYPE,
            "queued",
            "work is put into a queue, from which no answer comes",
            LostHandoffs::queue));
  }

  /** How an offer gets lost. */
  private enum Lost {
    NEVER,
    KNOWN_EDGE,
    VANISHED;

    void play(Stage stage) {
      Workplace place = stage.place();
      stage.amid(
          run -> {
            String target = place.agent();
            if (this == KNOWN_EDGE) {
              for (int i = stage.dice().between(8, 20); i > 0; i--) {
                ordinary(run, target);
              }
            }
            Trouble trouble =
                stage
                    .trouble(TYPE, run)
                    .causedBy("edge", place.workflow() + " → " + target)
                    .causedBy("agent", target);
            String offered =
                run.handoffs().offer(run.orchestrator(), target, place.text("request"));
            if (this == VANISHED) {
              trouble.mayAlso("stall", "the run does stand still, and that shows sooner");
              place.pause(stage.dice().between(20, 3_000));
              run.handoffs().accept(offered);
            }
            trouble.begins();
            trouble.showsAt(
                place.now()
                    + switch (this) {
                      case NEVER -> 5 * MINUTE;
                      case KNOWN_EDGE -> MINUTE;
                      case VANISHED -> UNKNOWN_WORK;
                    });
            double least = this == VANISHED ? 50 : 12;
            place.pause((long) (MINUTE * stage.dice().magnitude(least, 4 * least)));
            run.handoffs().fail(offered, "java.util.concurrent.TimeoutException");
            trouble.ends();
            run.beat();
          });
    }
  }

  private static void ordinary(Run run, String target) {
    run.root().invoke(target, run.place().text("request"), LostHandoffs::answer);
  }

  private static String answer(Invocation it) {
    it.think();
    return it.run().place().text("answer");
  }

  private static void unknownTarget(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String target = place.agent() + "-of-old";
          Trouble trouble =
              stage
                  .trouble(TYPE, run)
                  .causedBy("edge", place.workflow() + " → " + target)
                  .causedBy("agent", target);
          String offered = run.handoffs().offer(run.orchestrator(), target, place.text("request"));
          trouble.begins().showsAt(place.now() + REROUTE);
          run.beat();
          run.handoffs().reject(offered, "unknown_agent");
          place.pause((long) (MINUTE * stage.dice().between(1.0, 6.0)));
          trouble.ends();
        });
  }

  private static void slow(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String target = place.agent();
          for (int i = stage.dice().between(1, 3); i > 0; i--) {
            String input = place.text("request");
            String offered = run.handoffs().offer(run.orchestrator(), target, input);
            place.pause((long) (MINUTE * stage.dice().between(0.5, 4.0)));
            run.root().takeUp(offered, target, input, LostHandoffs::answer);
          }
        });
  }

  private static void rerouted(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String offered =
              run.handoffs().offer(run.orchestrator(), place.agent(), place.text("request"));
          place.pause(place.time(stage.dice().between(0.2, 3.0)));
          run.handoffs().reject(offered, "busy");
          place.pause(stage.dice().between(20, 2_000));
          ordinary(run, place.agent());
        });
  }

  private static void failure(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String target = place.agent();
          run.root()
              .invoke(
                  target,
                  place.text("request"),
                  it -> {
                    it.think();
                    it.fails("java.lang.IllegalArgumentException");
                    return null;
                  });
          place.pause(stage.dice().between(20, 2_000));
          ordinary(run, place.agent());
        });
  }

  private static void inbox(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String offered =
              run.handoffs().offerToPerson(run.orchestrator(), "legal", place.text("contract"));
          place.pause((long) (MINUTE * stage.dice().magnitude(20, 20 * 60)));
          run.handoffs().accept(offered);
          place.pause((long) (MINUTE * stage.dice().magnitude(3, 60)));
          run.handoffs().complete(offered);
          run.beat();
        });
  }

  private static void queue(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          for (int i = stage.dice().between(1, 5); i > 0; i--) {
            run.handoffs().enqueue(run.orchestrator(), "print-queue", place.text("job"));
            run.beat();
          }
          for (int i = stage.dice().between(2, 4); i > 0; i--) {
            ordinary(run, place.agent());
          }
        });
  }
}

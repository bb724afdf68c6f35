package dev.pitwall.sample.simulator.scenario;

import static dev.pitwall.sample.simulator.scenario.Scenario.harmless;
import static dev.pitwall.sample.simulator.scenario.Scenario.trouble;

import dev.pitwall.sample.simulator.workforce.Job;
import dev.pitwall.sample.simulator.workforce.Orchestration.Topology;
import dev.pitwall.sample.simulator.workforce.Tool;
import dev.pitwall.sample.simulator.workforce.Verdicts;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.ArrayList;
import java.util.List;

/**
 * Loops. A few equal steps are ordinary, so a loop shows with the end of the third repetition that
 * is equal to what came before, of a step or of a whole cycle.
 */
final class Loops {

  private static final String TYPE = "loop";

  private Loops() {}

  static List<Scenario> all() {
    return List.of(
        trouble(
            TYPE,
            "same-call",
            Visibility.SPANS_WITH_CONTENT,
            "an agent makes the same tool call again and again and gets the same answer",
            Loops::sameCall),
        trouble(
            TYPE,
            "cycle-of-calls",
            Visibility.SPANS_WITH_CONTENT,
            "an agent goes through the same two or three calls again and again",
            Loops::cycleOfCalls),
        trouble(
            TYPE,
            "circle-of-agents",
            Visibility.SPANS_WITH_CONTENT,
            "three agents of a loop get and give the same in each round",
            Loops::circleOfAgents),
        trouble(
            TYPE,
            "empty-handed",
            Visibility.SPANS_WITH_CONTENT,
            "an agent asks the same again and again and nothing at all comes back",
            Loops::emptyHanded),
        harmless(
            TYPE,
            "polling",
            "an agent asks for a state that changes from answer to answer",
            Loops::polling),
        harmless(
            TYPE,
            "few-equal-reads",
            "an agent reads the same two or three times",
            Loops::fewEqualReads),
        harmless(
            TYPE,
            "actions-that-say-ok",
            "an agent writes row after row and is told each time that it is ok",
            Loops::actions),
        harmless(TYPE, "pagination", "an agent reads page after page", Loops::pagination),
        harmless(
            TYPE,
            "review-that-moves",
            "a draft is written again until its score is good enough",
            Loops::reviewThatMoves));
  }

  private static void sameCall(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String agent = place.agent();
          Tool tool = place.tool();
          String question = place.text("about");
          int times = stage.dice().between(8, 40);
          Trouble trouble = stage.trouble(TYPE, run).causedBy("agent", agent);
          run.invoke(
              agent,
              place.text("brief"),
              it -> {
                for (int i = 0; i < times; i++) {
                  it.think();
                  if (i == 1) {
                    trouble.begins();
                  }
                  it.use(tool, question);
                  if (i == Ordinary.FEW) {
                    trouble.shows();
                  }
                }
                trouble.ends();
                it.think();
                return place.text("findings");
              });
        });
  }

  private static void cycleOfCalls(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String agent = place.agent();
          List<Tool> tools = new ArrayList<>();
          List<String> questions = new ArrayList<>();
          for (int i = stage.dice().between(2, 3); i > 0; i--) {
            tools.add(place.tool());
            questions.add(place.text("about"));
          }
          int rounds = stage.dice().between(6, 16);
          Trouble trouble = stage.trouble(TYPE, run).causedBy("agent", agent);
          run.invoke(
              agent,
              place.text("brief"),
              it -> {
                for (int round = 0; round < rounds; round++) {
                  if (round == 1) {
                    trouble.begins();
                  }
                  for (int i = 0; i < tools.size(); i++) {
                    it.think();
                    it.use(tools.get(i), questions.get(i));
                  }
                  if (round == Ordinary.FEW) {
                    trouble.shows();
                  }
                }
                trouble.ends();
                it.think();
                return place.text("findings");
              });
        });
  }

  private static void circleOfAgents(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          List<String> agents = place.agents(3);
          String circle = agents.get(0) + "-circle";
          String input = place.text("subject");
          List<String> outputs =
              agents.stream().map(agent -> place.text("the view of " + agent)).toList();
          int rounds = stage.dice().between(6, 14);
          Trouble trouble = stage.trouble(TYPE, run).causedBy("workflow", circle);
          trouble.orReadAs("ping_pong");
          trouble.mayAlso("duplicate_work", "each agent is indeed asked the same again");
          agents.forEach(agent -> trouble.causedBy("agent", agent));
          run.root()
              .nest(
                  circle,
                  Topology.LOOP,
                  agents.size(),
                  rounds,
                  loop -> {
                    for (int round = 0; round < rounds; round++) {
                      if (round == 1) {
                        trouble.begins();
                      }
                      for (int i = 0; i < agents.size(); i++) {
                        String output = outputs.get(i);
                        loop.invoke(
                            agents.get(i),
                            input,
                            it -> {
                              it.think();
                              return output;
                            });
                      }
                      if (round == Ordinary.FEW) {
                        trouble.shows();
                      }
                    }
                    trouble.ends();
                  });
        });
  }

  private static void emptyHanded(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String agent = place.agent();
          Tool search = place.tool().with((arguments, usual) -> usual.empty());
          String question = place.text("about");
          int times = stage.dice().between(14, 40);
          Trouble trouble =
              stage.trouble(TYPE, run).causedBy("agent", agent).causedBy("tool", search.name());
          run.invoke(
              agent,
              place.text("brief"),
              it -> {
                for (int i = 0; i < times; i++) {
                  it.think();
                  if (i == 1) {
                    trouble.begins();
                  }
                  it.use(search, question);
                  if (i == Ordinary.FEW) {
                    trouble.shows();
                  }
                }
                trouble.ends();
                it.think();
                return place.text("nothing found");
              });
        });
  }

  private static void polling(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          int times = stage.dice().between(8, 30);
          int[] done = {0};
          Tool state =
              place
                  .tool()
                  .with((arguments, usual) -> usual.saying("%d rows".formatted(done[0] += 17)));
          run.invoke(
              place.agent(),
              place.text("brief"),
              it -> {
                for (int i = 0; i < times; i++) {
                  it.think();
                  it.use(state, "job 17");
                  place.pause((long) (1_000 * stage.dice().between(1.0, 20.0)));
                }
                return place.text("it is done");
              });
        });
  }

  private static void fewEqualReads(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          Tool read = place.tool();
          Tool other = place.tool();
          String page = place.text("page");
          int times = stage.dice().between(2, Ordinary.FEW);
          run.invoke(
              place.agent(),
              place.text("brief"),
              it -> {
                for (int i = 0; i < times; i++) {
                  it.think();
                  it.use(read, page);
                }
                return Job.work(it, List.of(other), 2);
              });
        });
  }

  private static void actions(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          Tool write = place.tool().with((arguments, usual) -> usual.saying("ok"));
          int rows = stage.dice().between(10, 40);
          run.invoke(
              place.agent(),
              place.text("brief"),
              it -> {
                for (int i = 0; i < rows; i++) {
                  it.think();
                  it.use(write, place.text("row"));
                }
                return place.text("all written");
              });
        });
  }

  private static void pagination(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          Tool list = place.tool();
          int pages = stage.dice().between(10, 40);
          run.invoke(
              place.agent(),
              place.text("brief"),
              it -> {
                for (int i = 0; i < pages; i++) {
                  it.think();
                  it.use(list, "page " + i);
                }
                return place.text("all of it");
              });
        });
  }

  private static void reviewThatMoves(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          List<String> agents = place.agents(2);
          String writer = agents.get(0);
          String brief = place.text("brief");
          int rounds = stage.dice().between(5, 9);
          run.root()
              .nest(
                  writer + "-review",
                  Topology.LOOP,
                  2,
                  rounds,
                  loop -> {
                    for (int round = 0; round < rounds; round++) {
                      for (String agent : agents) {
                        loop.invoke(
                            agent,
                            agent.equals(writer) ? brief : place.text("draft"),
                            it -> {
                              it.think();
                              return place.text("version");
                            });
                      }
                      Verdicts.score(run, "style-score", writer, 0.4 + 0.5 * round / rounds);
                      run.beat();
                    }
                  });
        });
  }
}

package dev.pitwall.sample.simulator.workforce;

import dev.pitwall.sample.simulator.kernel.Dice;
import dev.pitwall.sample.simulator.workforce.Orchestration.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A plausible job: agents one after the other, side by side, in a review, a person in between. Its
 * agents and tools stay the same from run to run, what they say and how long they take does not.
 */
public final class Job {

  private final Workplace place;
  private final List<Consumer<Run>> steps = new ArrayList<>();

  private Job(Workplace place) {
    this.place = place;
  }

  /** A job of so many steps, which may wait for a person. */
  public static Job any(Workplace place, int steps) {
    return of(place, steps, true);
  }

  /** A job of so many steps in which nobody waits for a person. */
  public static Job withoutPeople(Workplace place, int steps) {
    return of(place, steps, false);
  }

  private static Job of(Workplace place, int steps, boolean people) {
    Job job = new Job(place);
    Dice dice = place.dice();
    for (int i = 0; i < steps; i++) {
      int kind = dice.between(0, 9);
      job.steps.add(
          kind < 4
              ? job.single()
              : kind < 6
                  ? job.sideBySide()
                  : kind < 8 ? job.review() : people ? Job::askPerson : job.single());
    }
    return job;
  }

  public int steps() {
    return steps.size();
  }

  /**
   * Does the steps from one, included, to another, excluded.
   *
   * @param done how many steps of the run are done before
   * @param total how many steps the run has
   */
  public void play(Run run, int from, int to, int done, int total) {
    for (int i = from; i < to; i++) {
      steps.get(i).accept(run);
      run.progressed(done + i - from + 1, total);
      run.beat();
    }
  }

  /** Does all of it. */
  public void play(Run run) {
    play(run, 0, steps.size(), 0, steps.size());
  }

  /** One agent with its tools. */
  private Consumer<Run> single() {
    String agent = place.agent();
    List<Tool> tools = List.of(place.tool(), place.tool());
    int turns = place.dice().between(1, 4);
    return run -> run.invoke(agent, place.text("brief"), it -> work(it, tools, turns));
  }

  /** Asks and looks things up for so many turns, and says what came of it. */
  public static String work(Invocation agent, List<Tool> tools, int turns) {
    Workplace place = agent.run().place();
    for (int i = 0; i < turns; i++) {
      agent.think();
      Tool tool = place.dice().one(tools);
      String question = place.text("about");
      // Things fail now and then, and are tried again after a moment.
      if (place.dice().chance(0.03)) {
        agent.use(tool.with((arguments, usual) -> usual.failing("java.io.IOException")), question);
        place.pause(place.dice().between(800, 2_500));
      }
      agent.use(tool, question);
    }
    agent.think();
    return place.text("findings");
  }

  /** Several agents of one kind or of different kinds, and a join. */
  private Consumer<Run> sideBySide() {
    Dice dice = place.dice();
    int size = dice.between(2, 6);
    String group = place.agent() + "-team";
    boolean same = dice.chance(0.5);
    List<String> agents = same ? List.of(place.agent()) : place.agents(size);
    Tool tool = place.tool();
    int turns = dice.between(1, 2);
    return run ->
        run.root()
            .nest(
                group,
                Topology.PARALLEL,
                size,
                1,
                team -> {
                  List<Runnable> members = new ArrayList<>();
                  for (int i = 0; i < size; i++) {
                    String agent = agents.get(i % agents.size());
                    members.add(
                        () ->
                            team.invoke(
                                agent, place.text("part"), it -> work(it, List.of(tool), turns)));
                  }
                  place.together(members);
                });
  }

  /** A writer and a critic, whose score rises until it is good enough. */
  private Consumer<Run> review() {
    String writer = place.agent();
    String critic = place.agent();
    String group = writer + "-review";
    return run ->
        run.root()
            .nest(
                group,
                Topology.LOOP,
                2,
                5,
                circle -> {
                  double score = place.dice().between(0.45, 0.75);
                  for (int round = 0; round < 5 && score < 0.8; round++) {
                    circle.invoke(writer, place.text("remarks"), it -> said(it, "draft"));
                    double given = Math.round(100 * score) / 100.0;
                    circle.invoke(critic, place.text("draft"), it -> said(it, "remarks"));
                    Verdicts.score(run, group + "-score", writer, given);
                    run.beat();
                    score += place.dice().between(0.08, 0.3);
                  }
                });
  }

  private String said(Invocation agent, String what) {
    agent.think();
    return place.text(what);
  }

  /** Somebody has to agree, and may be at lunch. */
  private static void askPerson(Run run) {
    Workplace place = run.place();
    Question question = Question.ask(run, "release", null);
    place.pause((long) (1_000 * place.dice().magnitude(20, 5 * 3_600)));
    question.answer("approved");
    run.beat();
  }
}

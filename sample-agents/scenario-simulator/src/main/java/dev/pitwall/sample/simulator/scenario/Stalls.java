package dev.pitwall.sample.simulator.scenario;

import static dev.pitwall.sample.simulator.scenario.Scenario.harmless;
import static dev.pitwall.sample.simulator.scenario.Scenario.trouble;

import dev.pitwall.sample.simulator.telemetry.Attributes;
import dev.pitwall.sample.simulator.workforce.Job;
import dev.pitwall.sample.simulator.workforce.Question;
import dev.pitwall.sample.simulator.workforce.Tool;
import dev.pitwall.sample.simulator.workforce.WorkItem;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Runs that make no progress. A call may take minutes, so one that hangs shows after ten minutes,
 * or after ten times what is usual here if that is more. Nothing under way at all shows after five
 * minutes. Who is busy without result is given as long as for one hung call, and that from the last
 * new thing on.
 */
final class Stalls {

  private static final String TYPE = "stall";
  private static final long MINUTE = 60_000;

  private Stalls() {}

  static List<Scenario> all() {
    return List.of(
        trouble(
            TYPE,
            "silence",
            Visibility.EXTENSION_ONLY,
            "between two steps nothing happens for long",
            Stalls::silence),
        trouble(
            TYPE,
            "hung-model",
            Visibility.SPANS,
            "a call of a model hangs and times out much later",
            Stalls::hungModel),
        trouble(TYPE, "hung-tool", Visibility.SPANS, "a call of a tool hangs", Stalls::hungTool),
        trouble(
            TYPE,
            "busy-without-result",
            Visibility.EXTENSION_ONLY,
            "an agent asks on and on and learns nothing that it has not heard before",
            Stalls::busy),
        harmless(
            TYPE,
            "ordinary-minutes",
            "a model or tool takes minutes where it took seconds before",
            Stalls::ordinaryMinutes),
        harmless(TYPE, "slow-start", "nothing happens in the first minutes", Stalls::slowStart),
        harmless(
            TYPE, "long-job-that-reports", "a job of an hour says how far it is", Stalls::reports),
        harmless(TYPE, "waits-for-a-person", "a person answers after hours", Stalls::person),
        harmless(
            TYPE, "waits-for-a-timer", "work waits for a time that it has named", Stalls::timer));
  }

  private static long longTime(Stage stage) {
    return (long) (MINUTE * stage.dice().magnitude(35, 150));
  }

  private static void silence(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          Tool tool = place.tool();
          run.invoke(place.agent(), place.text("brief"), it -> Job.work(it, List.of(tool), 2));
          Trouble trouble = stage.trouble(TYPE, run).begins();
          trouble.causedBy("workflow", place.workflow());
          trouble.showsAt(place.now() + Ordinary.PAUSE);
          place.pause(longTime(stage));
          trouble.ends();
        });
  }

  private static void hungModel(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          Tool tool = place.tool();
          run.invoke(
              place.agent(),
              place.text("brief"),
              it -> {
                Job.work(it, List.of(tool), 2);
                Trouble trouble = stage.trouble(TYPE, run).begins();
                trouble.causedBy("model", place.model().name());
                trouble.showsAt(place.now() + patience(place.model().median()));
                long hangs = longTime(stage);
                it.ask(place.model().with(usual -> usual.failing("timeout", hangs)));
                trouble.ends();
                it.think();
                return place.text("findings");
              });
        });
  }

  private static long patience(double usual) {
    return Math.max(Ordinary.CALL, (long) (Ordinary.FAR * usual));
  }

  private static void hungTool(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          Tool tool = place.tool();
          run.invoke(
              place.agent(),
              place.text("brief"),
              it -> {
                Job.work(it, List.of(tool), 3);
                Trouble trouble = stage.trouble(TYPE, run).begins();
                trouble.causedBy("tool", tool.name());
                trouble.showsAt(place.now() + patience(tool.median()));
                long hangs = longTime(stage);
                it.use(tool.with((arguments, usual) -> usual.after(hangs)), place.text("about"));
                trouble.ends();
                it.think();
                return place.text("findings");
              });
        });
  }

  private static void busy(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String agent = place.agent();
          List<String> known = List.of("no entry", "see above", "try later", "ask somebody else");
          Tool tool =
              place.tool().with((arguments, usual) -> usual.saying(stage.dice().one(known)));
          String brief = place.text("brief");
          run.invoke(
              agent,
              brief,
              it -> {
                known.forEach(
                    answer -> it.use(tool.with((a, usual) -> usual.saying(answer)), answer));
                Trouble trouble =
                    stage
                        .trouble(TYPE, run)
                        .mayAlso("loop", "the same four answers do come again and again")
                        .begins();
                trouble.causedBy("agent", agent).causedBy("tool", tool.name());
                trouble.showsAt(place.now() + patience(place.model().median()));
                long until = place.now() + longTime(stage);
                while (place.now() < until) {
                  it.think();
                  it.use(tool, stage.dice().one(known));
                }
                trouble.ends();
                return place.text("findings");
              });
        });
  }

  private static void ordinaryMinutes(Stage stage) {
    Workplace place = stage.place();
    ToLongFunction<String> minutes = about -> (long) (MINUTE * stage.dice().between(1.0, 5.0));
    stage.amid(
        run -> {
          Tool tool = place.tool();
          boolean model = stage.dice().chance(0.5);
          run.invoke(
              place.agent(),
              place.text("brief"),
              it -> {
                Job.work(it, List.of(tool), 2);
                if (model) {
                  it.ask(place.model().with(usual -> usual.after(minutes.applyAsLong("model"))));
                } else {
                  it.use(
                      tool.with((arguments, usual) -> usual.after(minutes.applyAsLong("tool"))),
                      place.text("about"));
                }
                it.think();
                return place.text("findings");
              });
        });
  }

  private static void slowStart(Stage stage) {
    Workplace place = stage.place();
    Job job = Job.withoutPeople(place, 3);
    var run = stage.run().begin(job.steps());
    place.pause((long) (MINUTE * stage.dice().between(1.0, 4.0)));
    job.play(run);
    run.complete();
  }

  private static void reports(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String agent = place.agent();
          Tool tool = place.tool();
          WorkItem item = WorkItem.create(run, "import", agent, List.of(), place.text("import"));
          item.start();
          int parts = stage.dice().between(20, 60);
          run.invoke(
              agent,
              place.text("brief"),
              it -> {
                it.on(item).think();
                long start = place.now();
                for (int i = 1; i <= parts; i++) {
                  place.pause((long) (MINUTE * stage.dice().between(0.5, 3.5)));
                  item.progressed(i, parts);
                }
                it.called(
                    tool,
                    place.text("all"),
                    new Tool.Answer(place.now() - start, place.text("rows"), null, 50),
                    start,
                    new Attributes());
                it.think();
                return place.text("imported");
              });
          item.complete();
          run.beat();
        });
  }

  private static void person(Stage stage) {
    stage.amid(
        run -> {
          Question question = Question.ask(run, "release", null);
          stage.place().pause((long) (MINUTE * stage.dice().magnitude(60, 20 * 60)));
          question.answer("approved");
          run.beat();
        });
  }

  private static void timer(Stage stage) {
    Workplace place = stage.place();
    stage.amid(
        run -> {
          String agent = place.agent();
          WorkItem item = WorkItem.create(run, "publish", agent, List.of(), place.text("slot"));
          item.start();
          long wait = (long) (MINUTE * stage.dice().magnitude(30, 180));
          item.block("timer", "embargo", null, place.now() + wait);
          place.pause(wait);
          item.start();
          run.beat();
          run.invoke(
              agent,
              place.text("brief"),
              it -> {
                it.on(item).think();
                return place.text("published");
              });
          item.complete();
          run.beat();
        });
  }
}

package dev.pitwall.sample.simulator.scenario;

import static dev.pitwall.sample.simulator.scenario.Scenario.harmless;
import static dev.pitwall.sample.simulator.scenario.Scenario.trouble;

import dev.pitwall.sample.simulator.workforce.Invocation;
import dev.pitwall.sample.simulator.workforce.LanguageModel;
import dev.pitwall.sample.simulator.workforce.Planned;
import dev.pitwall.sample.simulator.workforce.Run;
import dev.pitwall.sample.simulator.workforce.WorkItem;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.ArrayList;
import java.util.List;

/**
 * Targets that will be missed. Onset is when the time so far, spread over what is done so far, has
 * passed the target for good; whoever can divide can tell it then, from the second part on.
 */
final class Milestones {

  private static final String TYPE = "milestone_at_risk";
  private static final long MINUTE = 60_000;
  private static final int MEMORY = 12_000;

  private Milestones() {}

  static List<Scenario> all() {
    return List.of(
        trouble(
            TYPE,
            "too-slow-from-the-start",
            Visibility.EXTENSION_ONLY,
            "a run works steadily, and too slowly for its milestone",
            Milestones::tooSlow),
        trouble(
            TYPE,
            "slows-down",
            Visibility.EXTENSION_ONLY,
            "a run is in time until its model becomes slow",
            Milestones::slowsDown),
        trouble(
            TYPE,
            "deadline",
            Visibility.EXTENSION_ONLY,
            "a run works steadily, and too slowly for its deadline",
            Milestones::deadline),
        harmless(
            TYPE,
            "slow-but-in-time",
            "a run uses most of its time and is in time",
            Milestones::inTime),
        harmless(
            TYPE, "no-target", "a run is slow and nobody has set a time", Milestones::noTarget));
  }

  /** A plan of equal parts, one after the other. */
  private static final class Course {

    private final Stage stage;
    private final Run run;
    private final int parts;
    private final long part;
    private final String agent;
    private final long start;
    private final List<Long> ends = new ArrayList<>();
    private Planned planned;

    Course(Stage stage, int parts) {
      this.stage = stage;
      this.run = stage.run();
      this.parts = parts;
      this.part = (long) (1_000 * stage.dice().magnitude(15, 180));
      this.agent = stage.place().agent();
      this.start = stage.place().now();
      this.planned = new Planned(run).tasks(parts);
    }

    long expected() {
      return parts * part;
    }

    void play(LanguageModel later) {
      Workplace place = stage.place();
      run.begin(parts);
      List<WorkItem> items = new ArrayList<>();
      for (int i = 0; i < parts; i++) {
        items.add(WorkItem.create(run, "chapter", agent, List.of(), place.text("chapter")));
      }
      for (int i = 0; i < parts; i++) {
        WorkItem item = items.get(i).start();
        LanguageModel model = i < parts / 2 ? place.model() : later;
        run.invoke(
            agent,
            place.text("chapter"),
            it -> {
              it.on(item);
              write(it, model);
              return place.text("text");
            });
        item.complete();
        ends.add(place.now());
        run.progressed(i + 1, parts);
      }
    }

    // A chapter takes about as long as any other, in calls of ordinary length.
    private void write(Invocation it, LanguageModel model) {
      double factor = model.median() / stage.place().model().median();
      long until =
          stage.place().now() + (long) (factor * stage.dice().logNormal((double) part, 0.12));
      while (stage.place().now() < until) {
        long most = Math.min(MINUTE, until - stage.place().now());
        it.remember(MEMORY).ask(model.with(usual -> usual.after(Math.min(usual.millis(), most))));
      }
    }

    /** Onset: the estimate by pace has passed the target and does not come back. */
    void judge(Trouble trouble, long target) {
      int since = -1;
      for (int done = 2; done <= parts; done++) {
        double estimate = start + (double) (ends.get(done - 1) - start) * parts / done;
        if (estimate <= target) {
          since = -1;
        } else if (since < 0) {
          since = done;
        }
      }
      long onset = since < 0 ? target : ends.get(since - 1);
      trouble.beginsAt(Math.min(onset, target)).showsAt(Math.min(onset, target));
    }

    Trouble trouble(String kind, String subject) {
      return stage.trouble(TYPE, run).causedBy(kind, subject).beganAt(start);
    }
  }

  private static Course course(Stage stage) {
    return new Course(stage, stage.dice().between(8, 25));
  }

  private static void tooSlow(Stage stage) {
    Course course = course(stage);
    Trouble trouble = steady(course);
    long target = course.start + (long) (course.expected() / stage.dice().between(1.5, 2.5));
    course.planned.milestone("draft", target).declare();
    course.play(stage.place().model());
    course.planned.reached("draft");
    trouble.ends();
    course.judge(trouble, target);
    course.run.complete();
  }

  /** Nobody in particular is slow: the plan asks for more than its agent does in that time. */
  private static Trouble steady(Course course) {
    return course
        .trouble("agent", course.agent)
        .causedBy("workflow", course.stage.place().workflow())
        .causedBy("model", course.stage.place().model().name());
  }

  private static void slowsDown(Stage stage) {
    Course course = course(stage);
    LanguageModel model = stage.place().model();
    Trouble trouble = course.trouble("model", model.name());
    long target = course.start + (long) (course.expected() * stage.dice().between(1.15, 1.35));
    course.planned.milestone("draft", target).declare();
    course.play(model.slower(stage.dice().between(3.5, 8.0)));
    course.planned.reached("draft");
    trouble.ends();
    course.judge(trouble, target);
    course.run.complete();
  }

  private static void deadline(Stage stage) {
    Course course = course(stage);
    Trouble trouble = steady(course);
    long target = course.start + (long) (course.expected() / stage.dice().between(1.5, 2.5));
    course.planned.deadline(target).declare();
    course.play(stage.place().model());
    trouble.ends();
    course.judge(trouble, target);
    course.run.complete();
  }

  private static void inTime(Stage stage) {
    Course course = course(stage);
    long target = course.start + (long) (course.expected() * stage.dice().between(1.2, 1.5));
    course.planned.milestone("draft", target).deadline(target + 60_000).declare();
    course.play(stage.place().model());
    course.planned.reached("draft");
    course.run.complete();
  }

  private static void noTarget(Stage stage) {
    Course course = course(stage);
    course.planned.milestone("draft", 0).declare();
    course.play(stage.place().model().slower(stage.dice().between(2.0, 4.0)));
    course.planned.reached("draft");
    course.run.complete();
  }
}

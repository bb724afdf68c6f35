package dev.pitwall.sample.simulator.scenario;

import static dev.pitwall.sample.simulator.scenario.Scenario.harmless;
import static dev.pitwall.sample.simulator.scenario.Scenario.trouble;

import dev.pitwall.sample.simulator.workforce.Job;
import dev.pitwall.sample.simulator.workforce.Planned;
import dev.pitwall.sample.simulator.workforce.Question;
import dev.pitwall.sample.simulator.workforce.Run;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.List;
import java.util.function.Consumer;

/** Runs that nobody has permitted. It shows when they start, or when what permits them is over. */
final class Authorizations {

  private static final String TYPE = "unauthorized_run";

  private Authorizations() {}

  static List<Scenario> all() {
    return List.of(
        trouble(
            TYPE,
            "no-record",
            Visibility.EXTENSION_ONLY,
            "a run that needs a permission starts without one",
            stage -> withoutPermission(stage, "missing", planned -> {})),
        trouble(
            TYPE,
            "permission-for-another-plan",
            Visibility.EXTENSION_ONLY,
            "a run starts with a permission for another plan",
            stage -> withoutPermission(stage, "other_plan", Planned::permitAnother)),
        trouble(
            TYPE,
            "permission-expired",
            Visibility.EXTENSION_ONLY,
            "a run goes on after its permission has expired",
            Authorizations::expires),
        trouble(
            TYPE,
            "permission-revoked",
            Visibility.EXTENSION_ONLY,
            "a run goes on after its permission was taken back",
            Authorizations::revoked),
        harmless(
            TYPE,
            "late-start",
            "a run starts late, within its permission",
            Authorizations::lateStart),
        harmless(
            TYPE, "renewed", "a permission is renewed before it expires", Authorizations::renewed),
        harmless(TYPE, "not-required", "a plan needs no permission", Authorizations::notRequired));
  }

  private static Trouble truth(Stage stage, Run run, String verdict) {
    return stage.trouble(TYPE, run).causedBy("authorization", verdict);
  }

  private static void withoutPermission(Stage stage, String verdict, Consumer<Planned> permission) {
    Workplace place = stage.place();
    Job job = Job.withoutPeople(place, stage.dice().between(2, 5));
    Run run = stage.run();
    permission.accept(new Planned(run).needsAuthorization().declare());
    place.pause((long) (1_000 * stage.dice().magnitude(1, 600)));
    Trouble trouble = truth(stage, run, verdict).begins();
    trouble.shows();
    job.play(run.begin(job.steps()));
    run.complete();
  }

  /** Does half of a job, then what happens, then the rest. */
  private static void half(Run run, Job job, Runnable happens) {
    int middle = job.steps() / 2;
    run.begin(job.steps());
    job.play(run, 0, middle, 0, job.steps());
    happens.run();
    job.play(run, middle, job.steps(), middle, job.steps());
    run.complete();
  }

  private static void expires(Stage stage) {
    Workplace place = stage.place();
    Job job = Job.withoutPeople(place, 6);
    Run run = stage.run();
    Planned planned = new Planned(run).needsAuthorization().declare();
    long until = place.now() + (long) (1_000 * stage.dice().magnitude(20, 200));
    planned.permit(until);
    Trouble trouble = truth(stage, run, "expired").beginsAt(until).showsAt(until);
    half(
        run,
        job,
        () -> {
          place.pause(Math.max(0, until - place.now()));
          trouble.causedBy("authorization", "expired");
        });
  }

  private static void revoked(Stage stage) {
    Run run = stage.run();
    Planned planned = new Planned(run).needsAuthorization().declare();
    planned.permit(0);
    half(
        run,
        Job.withoutPeople(stage.place(), 6),
        () -> {
          truth(stage, run, "revoked").begins().shows();
          planned.revoke();
        });
  }

  private static void lateStart(Stage stage) {
    Workplace place = stage.place();
    Job job = Job.withoutPeople(place, 3);
    Run run = stage.run();
    Planned planned = new Planned(run).needsAuthorization().declare();
    planned.permit(place.now() + 30 * 3_600_000L);
    place.pause((long) (1_000 * stage.dice().magnitude(600, 5 * 3_600)));
    job.play(run.begin(job.steps()));
    run.complete();
  }

  private static void renewed(Stage stage) {
    Workplace place = stage.place();
    Run run = stage.run();
    Planned planned = new Planned(run).needsAuthorization().declare();
    long until = place.now() + 2 * 3_600_000L;
    planned.permit(until);
    half(
        run,
        Job.withoutPeople(place, 4),
        () -> {
          Question question = Question.ask(run, "release", null);
          place.pause(Math.max(0, until - place.now()) / 2);
          planned.permit(until + 10 * 3_600_000L);
          place.pause(Math.max(0, until - place.now()) + 60_000);
          question.answer("approved");
        });
  }

  private static void notRequired(Stage stage) {
    Workplace place = stage.place();
    Job job = Job.withoutPeople(place, 3);
    Run run = stage.run();
    new Planned(run).tasks(job.steps()).declare();
    job.play(run.begin(job.steps()));
    run.complete();
  }
}

package dev.pitwall.sample.simulator.scenario;

import dev.pitwall.sample.simulator.workforce.Run;
import java.util.ArrayList;
import java.util.List;

/** The truth about one trouble, written down while it happens. Times are epoch milliseconds. */
public final class Trouble {

  /** Begins to write down the truth about a run. */
  interface Factory {
    Trouble of(Run run);
  }

  private final String type;
  private final Run run;
  private final List<Label.TrueCause> causes = new ArrayList<>();
  private final List<Label.Allowed> mayAlso = new ArrayList<>();
  private final List<String> readAs = new ArrayList<>();
  private long began;
  private long onset;
  private long decidable;
  private long cleared;

  Trouble(String type, Run run) {
    this.type = type;
    this.run = run;
  }

  /** What was injected; another call names the same thing otherwise. */
  public Trouble causedBy(String kind, String subject) {
    causes.add(new Label.TrueCause(kind, subject));
    return this;
  }

  /** The behaviour that leads to it began now, before it is trouble by its definition. */
  public Trouble brewing() {
    began = run.place().now();
    return this;
  }

  /** The behaviour that leads to it began then. */
  public Trouble beganAt(long at) {
    began = at;
    return this;
  }

  /** It begins now. */
  public Trouble begins() {
    return beginsAt(run.place().now());
  }

  /** It began or begins then. */
  public Trouble beginsAt(long at) {
    onset = at;
    began = began == 0 ? at : began;
    return this;
  }

  /** Whether it has begun. */
  public boolean hasBegun() {
    return onset != 0;
  }

  /** A careful observer who knows the definition can tell it from now on. */
  public Trouble shows() {
    return showsAt(run.place().now());
  }

  /** A careful observer who knows the definition can tell it from then on. */
  public Trouble showsAt(long at) {
    decidable = decidable == 0 ? at : decidable;
    return this;
  }

  /** It is over. */
  public void ends() {
    cleared = run.place().now();
  }

  /** Something else that is true as well, and why. */
  public Trouble mayAlso(String other, String why) {
    mayAlso.add(new Label.Allowed(other, why));
    return this;
  }

  /** The definitions leave open whether it is this or another type; either is right. */
  public Trouble orReadAs(String other) {
    readAs.add(other);
    return this;
  }

  /** Whether it is this run's. */
  boolean concerns(Run other) {
    return run == other;
  }

  Label label(Scenario scenario, long seed) {
    if (onset == 0 || decidable == 0 || causes.isEmpty()) {
      throw new IllegalStateException(scenario.id() + " has not said when or why");
    }
    return new Label(
        scenario.id(),
        Scenario.Kind.TROUBLE.value(),
        seed,
        type,
        run.place().workflow(),
        run.id(),
        run.trace(),
        causes,
        began,
        onset,
        decidable,
        cleared,
        mayAlso,
        readAs,
        scenario.visibility());
  }
}

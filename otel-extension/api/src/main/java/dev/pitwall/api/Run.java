package dev.pitwall.api;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a workflow.
 *
 * <pre>{@code
 * try (Run run = Pitwall.run("publishing-desk")) {
 *   run.progress(1, 4, "chapter");
 *   run.gate("house-style").passed();
 *   run.reached("draft");
 * }
 * }</pre>
 *
 * Closing it ends the run as completed, or as failed after {@link #fail}. A run that this library
 * has not begun is not ended by it.
 */
public final class Run implements AutoCloseable {

  private final @Nullable String run;
  private final @Nullable Object begun;
  private final Nesting.Begun current;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile @Nullable Throwable error;

  private Run(@Nullable String run, @Nullable Object begun) {
    this.run = run;
    this.begun = begun;
    this.current = () -> Wire.detach(begun);
  }

  static Run started(String workflow, @Nullable String planned) {
    Object begun = Wire.startRun(workflow, planned);
    Run run = new Run(Wire.currentRun(), begun);
    if (begun != null) {
      Nesting.enter(run.current);
    }
    return run;
  }

  static Run of(@Nullable String run) {
    return new Run(run, null);
  }

  /** The run's id; empty if there is none. */
  public String id() {
    return run == null ? "" : run;
  }

  /** A task of this run, not yet known: say what there is to say and create or start it. */
  public Task task(@Nullable String id) {
    return new Task(run, Misuse.named(id, "task"));
  }

  /** So much of the run is done; {@code total} of 0 is not known. */
  public void progress(double completed, double total, @Nullable String unit) {
    say("progressed", null, completed, total, unit, null);
  }

  /** What is being done now, in a word. */
  public void phase(@Nullable String phase, double completed, double total) {
    say("progressed", null, completed, total, null, phase);
  }

  /** A checkpoint of the plan was reached. */
  public void reached(@Nullable String milestone) {
    say("reached", Misuse.named(milestone, "milestone"));
  }

  /** Offers work to an agent. Accept, reject and complete it where that happens. */
  public Handoff handOff(@Nullable String source, @Nullable String agent) {
    return Handoff.offer(run, source, agent, "agent", true, true);
  }

  /** Gives control to an agent that does not give it back. */
  public Handoff passControl(@Nullable String source, @Nullable String agent) {
    return Handoff.offer(run, source, agent, "agent", false, true);
  }

  /** Gives work to a person, who takes the time that it takes. */
  public Handoff handOffToPerson(@Nullable String source, @Nullable String person) {
    return Handoff.offer(run, source, person, "person", true, true);
  }

  /** Puts work into a queue, from which no answer comes. */
  public Handoff enqueue(@Nullable String source, @Nullable String queue) {
    return Handoff.offer(run, source, queue, "queue", false, false);
  }

  /**
   * A handoff of this run that was offered before, by its id, where the object has not come along.
   */
  public Handoff handoff(@Nullable String id) {
    return Handoff.known(run, Misuse.named(id, "handoff"));
  }

  /** Asks a person, or another agent, for a decision of some kind. */
  public Approval askFor(@Nullable String kind) {
    return askFor(kind, null);
  }

  /** Asks for a decision without which a tool must not be called. */
  public Approval askFor(@Nullable String kind, @Nullable String tool) {
    return Approval.ask(run, Misuse.named(kind, "approval"), tool);
  }

  /** A quality gate gives its verdict. */
  public Gate gate(@Nullable String name) {
    return new Gate(run, Misuse.named(name, "gate"));
  }

  /** An evaluator gives a score in its own range, {@code min} to {@code max}. */
  public void evaluated(@Nullable String evaluation, double score, double min, double max) {
    say("scored", Misuse.named(evaluation, "evaluation"), null, score, min, max);
  }

  /**
   * A shared thing was read in some version, by the agent at work or whom the current task is by.
   */
  public void read(@Nullable String resource, @Nullable String version) {
    say("accessed", Misuse.named(resource, "resource"), version, "read", null, 0L);
  }

  /**
   * A shared thing was written by the agent at work, or whom the task is by: now it is this
   * version.
   */
  public void wrote(@Nullable String resource, @Nullable String version) {
    say("accessed", Misuse.named(resource, "resource"), version, "write", null, 0L);
  }

  /** The run is put on hold. */
  public void pause(@Nullable String reason) {
    say("paused", reason);
  }

  /** The run on hold goes on. */
  public void resume(@Nullable String reason) {
    say("resumed", reason);
  }

  /** The run goes on after a failure. */
  public void recovered(@Nullable String reason) {
    say("recovered", reason);
  }

  /** Another course is taken because of trouble. */
  public void contingency(@Nullable String name, @Nullable String reason) {
    say("diverted", Misuse.named(name, "contingency"), null, reason);
  }

  /** The permission to execute it is taken back. */
  public void revoke(@Nullable String user, @Nullable String reason) {
    say("revoked", user, reason);
  }

  /** The run will end as failed. */
  public void fail(@Nullable Throwable cause) {
    error = cause == null ? new IllegalStateException("failed") : cause;
  }

  /**
   * The run is not current any more on the thread that began it, which calls this; it goes on
   * elsewhere, {@linkplain #activate activated} where it does.
   */
  public void detach() {
    Nesting.leave(current);
  }

  /** Makes the run current on this thread until what is returned is closed. */
  public Activation activate() {
    return Activation.of(begun);
  }

  @Override
  public void close() {
    if (begun != null && closed.compareAndSet(false, true)) {
      Nesting.leaveInside(current);
      Wire.end(begun, null, error);
      Nesting.leave(current);
    }
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  private void say(String statement, @Nullable Object... arguments) {
    Wire.say(run, statement, arguments);
  }
}

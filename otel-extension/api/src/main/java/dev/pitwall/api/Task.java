package dev.pitwall.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work.
 *
 * <pre>{@code
 * try (Task task = run.task("chapter-3").ofType("write").by("writer").after("outline").start()) {
 *   write();
 * }
 * }</pre>
 *
 * Closing it ends it as completed unless it was ended otherwise before.
 */
public final class Task implements AutoCloseable {

  private final @Nullable String run;
  private final String id;
  private final List<String> dependencies = new ArrayList<>();
  private final AtomicBoolean known = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Nesting.Begun current = this::leave;
  private volatile boolean started;
  private volatile @Nullable Object begun;
  private @Nullable String type;
  private @Nullable String agent;
  private @Nullable Object input;
  private long deadline;

  Task(@Nullable String run, String id) {
    this.run = run;
    this.id = id;
  }

  /** Its id, unique within the run. */
  public String id() {
    return id;
  }

  /** Its kind; tasks of a kind are compared with each other. */
  public synchronized Task ofType(@Nullable String kind) {
    type = kind;
    return this;
  }

  /** Who works on it, or is to. */
  public synchronized Task by(@Nullable String name) {
    agent = name;
    return this;
  }

  /** Tasks that come first. */
  public synchronized Task after(@Nullable String @Nullable ... ids) {
    if (ids != null) {
      for (String other : ids) {
        if (other != null) {
          dependencies.add(other);
        }
      }
    }
    return this;
  }

  /** When it is to be done. */
  public synchronized Task due(@Nullable Instant at) {
    deadline = Millis.of(at);
    return this;
  }

  /**
   * What it works on; compared by a keyed hash to notice work that is done twice, never exported.
   */
  public synchronized Task on(@Nullable Object work) {
    input = work;
    return this;
  }

  /** Makes it known without starting it. */
  public synchronized Task create() {
    if (known.compareAndSet(false, true)) {
      say("created", id, type, agent, List.copyOf(dependencies), deadline, input);
    }
    return this;
  }

  /** Work on it begins; it is current on this thread until it ends. */
  public synchronized Task start() {
    create();
    if (started || ended.get()) {
      Misuse.ignored("a task was started twice or after its end");
      return this;
    }
    started = true;
    begun = Wire.startTask(run, id, agent);
    if (begun != null) {
      Nesting.enter(current);
    }
    return this;
  }

  /** So much of it is done; {@code total} of 0 is not known. */
  public void progress(double completed, double total, @Nullable String unit) {
    say("progressed", id, completed, total, unit, null);
  }

  /** It waits for another task, agent or resource, which somebody else has. */
  public void blockedBy(@Nullable BlockedBy reason, @Nullable String on, @Nullable String holder) {
    blocked(reason, on, holder, null);
  }

  /** It waits until then. */
  public void blockedUntil(@Nullable BlockedBy reason, @Nullable Instant until) {
    blocked(reason, null, null, until);
  }

  private void blocked(
      @Nullable BlockedBy reason,
      @Nullable String on,
      @Nullable String holder,
      @Nullable Instant until) {
    BlockedBy known = reason == null ? BlockedBy.EXTERNAL : reason;
    say("blocked", id, known.value(), on, holder, Millis.of(until));
  }

  /** It can go on. */
  public synchronized void unblocked() {
    say("started", id, agent);
  }

  /** A check sent it back. */
  public void rework(@Nullable String gate) {
    say("reworked", id, gate);
  }

  /** It is done. */
  public void complete() {
    end("completed", null);
  }

  /** It ended in an error. */
  public void fail(@Nullable Throwable error) {
    end("failed", error == null ? new IllegalStateException("failed") : error);
  }

  /** Nobody will do it any more. */
  public void cancel() {
    end("cancelled", null);
  }

  /** It was not needed. */
  public void skip() {
    end("skipped", null);
  }

  /** It is not current any more on the thread that started it, which calls this. */
  public void detach() {
    Nesting.leave(current);
  }

  /** Makes it current on this thread until what is returned is closed. */
  public Activation activate() {
    return Activation.of(begun);
  }

  @Override
  public void close() {
    if (started && !ended.get()) {
      complete();
    }
  }

  private void end(String result, @Nullable Throwable error) {
    if (!ended.compareAndSet(false, true)) {
      Misuse.ignored("a task was ended twice");
      return;
    }
    Object work = begun;
    if (work == null) {
      create();
      say("finished", id, result, error == null ? null : error.getClass().getName());
    } else {
      Nesting.leaveInside(current);
      Wire.end(work, result, error);
      Nesting.leave(current);
    }
  }

  private void leave() {
    Wire.detach(begun);
  }

  private void say(String statement, @Nullable Object... arguments) {
    Wire.say(run, statement, arguments);
  }
}

package dev.pitwall.api;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Work that passes from one to another: offered, accepted, finished.
 *
 * <pre>{@code
 * Handoff handoff = run.handOff("writer", "editor");
 * editors.submit(
 *     () -> {
 *       handoff.accept();
 *       edit(text);
 *       handoff.complete();
 *     });
 * }</pre>
 */
public final class Handoff {

  private final @Nullable String run;
  private final String id;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.OFFERED);

  private enum Stage {
    OFFERED,
    ACCEPTED,
    OVER
  }

  private Handoff(@Nullable String run, String id) {
    this.run = run;
    this.id = id;
  }

  static Handoff offer(
      @Nullable String run,
      @Nullable String source,
      @Nullable String target,
      String recipient,
      boolean returns,
      boolean replyPath) {
    String id = Run.newId();
    Wire.say(
        run,
        "offered",
        new Object[] {
          id,
          Misuse.named(source, "handoff's source"),
          Misuse.named(target, "handoff's target"),
          recipient,
          returns,
          replyPath,
          null
        });
    return new Handoff(run, id);
  }

  static Handoff known(@Nullable String run, String id) {
    return new Handoff(run, id);
  }

  /** Its id, which travels with the work: see {@link Run#handoff}. */
  public String id() {
    return id;
  }

  /** The target takes the work up. */
  public void accept() {
    if (stage.compareAndSet(Stage.OFFERED, Stage.ACCEPTED)) {
      Wire.say(run, "accepted", new Object[] {id});
    } else {
      Misuse.ignored("a handoff was accepted twice or after its end");
    }
  }

  /** The target refuses. */
  public void reject(@Nullable String reason) {
    if (stage.compareAndSet(Stage.OFFERED, Stage.OVER)) {
      Wire.say(run, "declined", new Object[] {id, reason});
    } else {
      Misuse.ignored("a handoff was rejected after it was accepted or over");
    }
  }

  /** The work is done. */
  public void complete() {
    end(null);
  }

  /** The work ended in an error. */
  public void fail(@Nullable Throwable error) {
    end(error == null ? "_OTHER" : error.getClass().getName());
  }

  private void end(@Nullable String error) {
    if (stage.getAndSet(Stage.OVER) == Stage.OVER) {
      Misuse.ignored("a handoff was ended twice");
    } else {
      Wire.say(run, "done", new Object[] {id, error});
    }
  }
}

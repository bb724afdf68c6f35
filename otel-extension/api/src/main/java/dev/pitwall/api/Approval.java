package dev.pitwall.api;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A question that a run waits for. Closed without an answer it is cancelled.
 *
 * <pre>{@code
 * try (Approval approval = run.askFor("release", "deploy")) {
 *   if (console.confirm("Deploy?")) {
 *     approval.approve("ada");
 *   } else {
 *     approval.reject("ada");
 *   }
 * }
 * }</pre>
 */
public final class Approval implements AutoCloseable {

  private final @Nullable String run;
  private final String id;
  private final AtomicBoolean answered = new AtomicBoolean();

  private Approval(@Nullable String run, String id) {
    this.run = run;
    this.id = id;
  }

  static Approval ask(@Nullable String run, String kind, @Nullable String tool) {
    String id = Run.newId();
    Wire.say(run, "asked", new Object[] {id, kind, tool, null});
    return new Approval(run, id);
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** Somebody said yes. */
  public void approve(@Nullable String user) {
    answer("approved", user);
  }

  /** Somebody said no. */
  public void reject(@Nullable String user) {
    answer("rejected", user);
  }

  /** A policy said yes. */
  public void approveByPolicy() {
    answer("automatic", null);
  }

  /** Nobody answered in time. */
  public void expire() {
    answer("expired", null);
  }

  /** The question is not asked any more. */
  public void cancel() {
    answer("cancelled", null);
  }

  @Override
  public void close() {
    if (!answered.get()) {
      cancel();
    }
  }

  private void answer(String result, @Nullable String user) {
    if (answered.compareAndSet(false, true)) {
      Wire.say(run, "answered", new Object[] {id, result, user});
    } else {
      Misuse.ignored("an approval was answered twice");
    }
  }
}

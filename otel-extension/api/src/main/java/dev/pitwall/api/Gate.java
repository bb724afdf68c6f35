package dev.pitwall.api;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A quality gate, about to give its verdict, once or for one attempt after another.
 *
 * <pre>{@code
 * Gate gate = run.gate("house-style").on("chapter-3");
 * if (check(text)) {
 *   gate.passed();
 * } else {
 *   gate.sentBack();
 * }
 * }</pre>
 */
public final class Gate {

  private final @Nullable String run;
  private final String name;
  private final AtomicInteger attempts = new AtomicInteger();
  private volatile @Nullable String task;
  private volatile @Nullable String agent;

  Gate(@Nullable String run, String name) {
    this.run = run;
    this.name = name;
  }

  /** The task whose work it judges. */
  public Gate on(@Nullable String id) {
    task = id;
    return this;
  }

  /** The agent whose work it judges. */
  public Gate of(@Nullable String worker) {
    agent = worker;
    return this;
  }

  /** The work is good. */
  public void passed() {
    judge("passed", "pass");
  }

  /** The work is not good and is done again. */
  public void sentBack() {
    judge("failed", "retry");
    if (task != null) {
      Wire.say(run, "reworked", new Object[] {task, name});
    }
  }

  /** The work is not good and is given up. */
  public void rejected() {
    judge("failed", "reject");
  }

  /** The work is not good and somebody else decides. */
  public void escalated() {
    judge("failed", "escalate");
  }

  /** The gate itself failed. */
  public void broken() {
    judge("error", "pass");
  }

  /** The gate was left out. */
  public void skipped() {
    judge("skipped", "pass");
  }

  private void judge(String result, String action) {
    Wire.say(
        run,
        "judged",
        new Object[] {name, agent, task, result, action, attempts.incrementAndGet()});
  }
}

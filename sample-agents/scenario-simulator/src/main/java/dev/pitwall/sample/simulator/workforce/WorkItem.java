package dev.pitwall.sample.simulator.workforce;

import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.sample.simulator.telemetry.Attributes;
import dev.pitwall.sample.simulator.telemetry.Digest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unit of work that the application has declared. */
public final class WorkItem {

  private final Run run;
  private final String id;
  private final String type;
  private final @Nullable String owner;

  private WorkItem(Run run, String id, String type, @Nullable String owner) {
    this.run = run;
    this.id = id;
    this.type = type;
    this.owner = owner;
  }

  /**
   * Declares it.
   *
   * @param owner whose it is, or null if nobody knows yet
   * @param input what it is about, or null if nobody can tell
   */
  public static WorkItem create(
      Run run, String type, @Nullable String owner, List<WorkItem> after, @Nullable String input) {
    String id = type + "-" + run.place().dice().hex(6);
    return create(run, id, type, owner, after.stream().map(WorkItem::id).toList(), input);
  }

  /** The same with an id of one's own, which others may have named before. */
  public static WorkItem create(
      Run run,
      String id,
      String type,
      @Nullable String owner,
      List<String> after,
      @Nullable String input) {
    WorkItem item = new WorkItem(run, id, type, owner);
    run.log(
        Events.TASK_CREATED,
        item.named()
            .with(Pitwall.TASK_TYPE, type)
            .with(GenAi.AGENT, owner)
            .with(Pitwall.TASK_DEPENDENCIES, after.isEmpty() ? null : after)
            .with(Pitwall.INPUT_HASH, Digest.of(input)));
    return item;
  }

  public String id() {
    return id;
  }

  public String type() {
    return type;
  }

  /** Work on it begins, or goes on. */
  public WorkItem start() {
    return start(owner);
  }

  /** Somebody begins to work on it. */
  public WorkItem start(@Nullable String agent) {
    run.log(Events.TASK_STARTED, named().with(GenAi.AGENT, agent));
    return this;
  }

  /** It cannot go on. */
  public void block(
      String reason, @Nullable String on, @Nullable String holder, @Nullable Long until) {
    run.log(
        Events.TASK_BLOCKED,
        named()
            .with(Pitwall.TASK_BLOCKED_REASON, reason)
            .with(Pitwall.TASK_BLOCKED_ON, on)
            .with(Pitwall.TASK_BLOCKED_HOLDER, holder)
            .with(Pitwall.TASK_BLOCKED_UNTIL, until));
  }

  /** A check sends it back. */
  public void rework(String gate) {
    run.log(Events.TASK_REWORKED, named().with(Pitwall.GATE, gate));
  }

  /** So much of it is done. */
  public void progressed(int completed, int total) {
    run.log(
        Events.RUN_PROGRESSED,
        named()
            .with(Pitwall.PROGRESS_COMPLETED, (double) completed)
            .with(Pitwall.PROGRESS_TOTAL, (double) total));
  }

  public void complete() {
    run.log(Events.TASK_COMPLETED, named().with(Pitwall.TASK_RESULT, "completed"));
  }

  public void cancel() {
    run.log(Events.TASK_COMPLETED, named().with(Pitwall.TASK_RESULT, "cancelled"));
  }

  public void fail(String error) {
    run.log(
        Events.TASK_FAILED,
        named().with(Pitwall.TASK_RESULT, "failed").with(GenAi.ERROR_TYPE, error));
  }

  private Attributes named() {
    return new Attributes().with(Pitwall.TASK_ID, id);
  }

  Attributes onSpans() {
    return named().with(Pitwall.TASK_TYPE, type);
  }
}

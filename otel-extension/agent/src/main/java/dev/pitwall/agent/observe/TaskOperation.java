package dev.pitwall.agent.observe;

import dev.pitwall.bridge.Activation;
import dev.pitwall.bridge.Operation;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskStarted;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Work on a task. It has no span: what is done for it has, and carries its id. It ends with a
 * result of the conventions, or as completed or failed.
 */
final class TaskOperation implements Operation<Object> {

  private final Surroundings surroundings;
  private final OpenRun run;
  private final String task;
  private final Context context;
  private final Context caller = Context.current();
  private final Thread starter = Thread.currentThread();
  private final AtomicBoolean ended = new AtomicBoolean();
  private @Nullable Scope scope;

  @SuppressWarnings("MustBeClosedChecker") // detach() closes it
  private TaskOperation(Surroundings surroundings, OpenRun run, String task, Context context) {
    this.surroundings = surroundings;
    this.run = run;
    this.task = task;
    this.context = context;
    this.scope = context.makeCurrent();
  }

  static TaskOperation start(
      Surroundings surroundings, OpenRun run, String task, @Nullable String agent) {
    run.publish(new TaskStarted(run.id(), task, agent, surroundings.now()));
    Context context = Context.current();
    Position position = Position.current();
    if (position == null || position.run() != run) {
      context = context.with(new Position(run, null, null, 0));
    }
    return new TaskOperation(
        surroundings, run, task, context.with(new TaskFrame(task, run.taskType(task), agent)));
  }

  @Override
  public void end(@Nullable Object result, @Nullable Throwable error) {
    if (ended.compareAndSet(false, true)) {
      TaskEnded.Result how =
          error != null
              ? TaskEnded.Result.FAILED
              : result instanceof String text
                  ? TaskEnded.Result.valueOf(text.toUpperCase(Locale.ROOT))
                  : TaskEnded.Result.COMPLETED;
      String type = error == null ? null : error.getClass().getName();
      run.publish(new TaskEnded(run.id(), task, how, type, surroundings.now()));
      if (Thread.currentThread() == starter && Context.current() == context) {
        detach();
      }
    }
  }

  @Override
  public void detach() {
    Scope open = scope;
    if (open != null) {
      scope = null;
      open.close();
    }
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // the caller closes the activation
  public Activation activate() {
    return context.makeCurrent()::close;
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // the caller closes the activation
  public Activation activateCaller() {
    return caller.makeCurrent()::close;
  }
}

package dev.pitwall.bridge;

import dev.pitwall.bridge.statement.Statement;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps what goes wrong behind declarations away from the application. */
final class GuardedDeclarations implements Declarations {

  private final GuardedObserver guard;
  private final Observer observer;

  GuardedDeclarations(GuardedObserver guard, Observer observer) {
    this.guard = guard;
    this.observer = observer;
  }

  @Override
  public String plan(RunPlan plan) {
    String run = guarded(() -> observer.declarations().plan(plan));
    return run == null ? "" : run;
  }

  @Override
  public Operation<Object> startRun(String workflow, @Nullable String run) {
    return guard.started(() -> observer.declarations().startRun(workflow, run));
  }

  @Override
  public Operation<Object> startTask(@Nullable String run, String task, @Nullable String agent) {
    return guard.started(() -> observer.declarations().startTask(run, task, agent));
  }

  @Override
  public @Nullable String currentRun() {
    return guarded(() -> observer.declarations().currentRun());
  }

  @Override
  public void declare(@Nullable String run, Statement statement) {
    guarded(
        () -> {
          observer.declarations().declare(run, statement);
          return null;
        });
  }

  @Override
  public Operation<Object> enter(
      String method, @Nullable Object self, @Nullable Object[] arguments) {
    return guard.started(() -> observer.declarations().enter(method, self, arguments));
  }

  @Override
  public Operation<Object> enter(
      List<MethodMapping> mappings, @Nullable Object self, @Nullable Object[] arguments) {
    return guard.started(() -> observer.declarations().enter(mappings, self, arguments));
  }

  @Override
  public void order(StopOrder order) {
    guarded(
        () -> {
          observer.declarations().order(order);
          return null;
        });
  }

  private <T> @Nullable T guarded(Supplier<@Nullable T> call) {
    try {
      return call.get();
    } catch (Throwable t) {
      guard.failed(t);
      return null;
    }
  }
}

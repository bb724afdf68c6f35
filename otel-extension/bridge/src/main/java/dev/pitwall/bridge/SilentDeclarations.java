package dev.pitwall.bridge;

import dev.pitwall.bridge.statement.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands in while no extension listens. */
enum SilentDeclarations implements Declarations {
  INSTANCE;

  @Override
  public String plan(RunPlan plan) {
    return "";
  }

  @Override
  public Operation<Object> startRun(String workflow, @Nullable String run) {
    return Operation.none();
  }

  @Override
  public Operation<Object> startTask(@Nullable String run, String task, @Nullable String agent) {
    return Operation.none();
  }

  @Override
  public @Nullable String currentRun() {
    return null;
  }

  @Override
  public void declare(@Nullable String run, Statement statement) {}

  @Override
  public Operation<Object> enter(
      String method, @Nullable Object self, @Nullable Object[] arguments) {
    return Operation.none();
  }

  @Override
  public Operation<Object> enter(
      List<MethodMapping> mappings, @Nullable Object self, @Nullable Object[] arguments) {
    return Operation.none();
  }

  @Override
  public void order(StopOrder order) {}
}

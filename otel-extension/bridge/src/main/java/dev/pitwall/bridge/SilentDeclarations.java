package dev.pitwall.bridge;

import dev.pitwall.bridge.statement.Statement;
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
  public void order(StopOrder order) {}
}

package dev.pitwall.instrumentation.api;

import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.Declarations;
import dev.pitwall.bridge.Names;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.RunPlan;
import dev.pitwall.bridge.StopOrder;
import dev.pitwall.bridge.StopOrder.Action;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the API's calls do. What an application gives is bounded here, where it comes in. */
public final class WireHook {

  private static final String LIBRARY = "api";

  static {
    Bridge.observer().applied(LIBRARY);
  }

  private WireHook() {}

  private static Declarations declarations() {
    return Bridge.observer().declarations();
  }

  public static @Nullable String plan(
      String workflow,
      String hash,
      int tasks,
      boolean authorization,
      List<String> milestones,
      List<Long> targets,
      long deadline,
      long tokens,
      double cost,
      long calls,
      long millis) {
    try {
      return declarations()
          .plan(
              new RunPlan(
                  Names.of(workflow),
                  Names.of(hash),
                  tasks,
                  authorization,
                  Given.names(milestones),
                  Given.first(targets),
                  deadline,
                  tokens,
                  cost,
                  calls,
                  millis));
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }

  public static @Nullable Object startRun(String workflow, @Nullable String run) {
    try {
      return declarations().startRun(Names.of(workflow), run);
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }

  public static @Nullable Object startTask(
      @Nullable String run, String task, @Nullable String agent) {
    try {
      return declarations().startTask(run, Names.of(task), Names.ofNullable(agent));
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }

  @SuppressWarnings("unchecked") // the API hands back what it was given
  public static void end(
      @Nullable Object begun, @Nullable Object result, @Nullable Throwable error) {
    if (begun != null) {
      ((Operation<Object>) begun).end(result, error);
    }
  }

  public static void detach(@Nullable Object begun) {
    if (begun != null) {
      ((Operation<?>) begun).detach();
    }
  }

  public static @Nullable AutoCloseable activate(@Nullable Object begun) {
    return begun == null ? null : ((Operation<?>) begun).activate();
  }

  public static @Nullable String currentRun() {
    return declarations().currentRun();
  }

  public static void say(@Nullable String run, String statement, @Nullable Object[] arguments) {
    try {
      declarations().declare(run, Statements.of(statement, new Given(arguments)));
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
    }
  }

  public static void order(
      String action, @Nullable String workflow, @Nullable String user, @Nullable String reason) {
    try {
      declarations()
          .order(
              new StopOrder(
                  Action.valueOf(action.toUpperCase(Locale.ROOT)),
                  Names.ofNullable(workflow),
                  Names.ofNullable(user),
                  Names.ofNullable(reason)));
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
    }
  }
}

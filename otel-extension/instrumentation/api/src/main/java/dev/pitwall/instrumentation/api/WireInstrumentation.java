package dev.pitwall.instrumentation.api;

import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * The end of the API's wire: static methods that do nothing and return nothing, so what they return
 * instead is all that an advice has to say. A hook that fails leaves them as they are.
 */
public final class WireInstrumentation implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("dev.pitwall.api.Wire");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    apply(transformer, "plan", 11, "Plan");
    apply(transformer, "startRun", 2, "StartRun");
    apply(transformer, "startTask", 3, "StartTask");
    apply(transformer, "end", 3, "End");
    apply(transformer, "detach", 1, "Detach");
    apply(transformer, "activate", 1, "Activate");
    apply(transformer, "currentRun", 0, "CurrentRun");
    apply(transformer, "say", 3, "Say");
    apply(transformer, "order", 4, "Order");
  }

  private static void apply(
      TypeTransformer transformer, String method, int arguments, String advice) {
    transformer.applyAdviceToMethod(
        isStatic().and(named(method)).and(takesArguments(arguments)),
        WireInstrumentation.class.getName() + "$" + advice + "Advice");
  }

  @SuppressWarnings("unused")
  public static class PlanAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    @Advice.AssignReturned.ToReturned
    public static @Nullable String exit(
        @Advice.Argument(0) String workflow,
        @Advice.Argument(1) String hash,
        @Advice.Argument(2) int tasks,
        @Advice.Argument(3) boolean authorization,
        @Advice.Argument(4) List<String> milestones,
        @Advice.Argument(5) List<Long> targets,
        @Advice.Argument(6) long deadline,
        @Advice.Argument(7) long tokens,
        @Advice.Argument(8) double cost,
        @Advice.Argument(9) long calls,
        @Advice.Argument(10) long millis) {
      return WireHook.plan(
          workflow,
          hash,
          tasks,
          authorization,
          milestones,
          targets,
          deadline,
          tokens,
          cost,
          calls,
          millis);
    }
  }

  @SuppressWarnings("unused")
  public static class StartRunAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    @Advice.AssignReturned.ToReturned
    public static @Nullable Object exit(
        @Advice.Argument(0) String workflow, @Advice.Argument(1) @Nullable String run) {
      return WireHook.startRun(workflow, run);
    }
  }

  @SuppressWarnings("unused")
  public static class StartTaskAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    @Advice.AssignReturned.ToReturned
    public static @Nullable Object exit(
        @Advice.Argument(0) @Nullable String run,
        @Advice.Argument(1) String task,
        @Advice.Argument(2) @Nullable String agent) {
      return WireHook.startTask(run, task, agent);
    }
  }

  @SuppressWarnings("unused")
  public static class EndAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void exit(
        @Advice.Argument(0) @Nullable Object begun,
        @Advice.Argument(1) @Nullable Object result,
        @Advice.Argument(2) @Nullable Throwable error) {
      WireHook.end(begun, result, error);
    }
  }

  @SuppressWarnings("unused")
  public static class DetachAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void exit(@Advice.Argument(0) @Nullable Object begun) {
      WireHook.detach(begun);
    }
  }

  @SuppressWarnings("unused")
  public static class ActivateAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    @Advice.AssignReturned.ToReturned
    public static @Nullable AutoCloseable exit(@Advice.Argument(0) @Nullable Object begun) {
      return WireHook.activate(begun);
    }
  }

  @SuppressWarnings("unused")
  public static class CurrentRunAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    @Advice.AssignReturned.ToReturned
    public static @Nullable String exit() {
      return WireHook.currentRun();
    }
  }

  @SuppressWarnings("unused")
  public static class SayAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void exit(
        @Advice.Argument(0) @Nullable String run,
        @Advice.Argument(1) String statement,
        @Advice.Argument(2) @Nullable Object[] arguments) {
      WireHook.say(run, statement, arguments);
    }
  }

  @SuppressWarnings("unused")
  public static class OrderAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void exit(
        @Advice.Argument(0) String action,
        @Advice.Argument(1) @Nullable String workflow,
        @Advice.Argument(2) @Nullable String user,
        @Advice.Argument(3) @Nullable String reason) {
      WireHook.order(action, workflow, user, reason);
    }
  }
}

package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.implementsInterface;
import static net.bytebuddy.matcher.ElementMatchers.isInterface;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.returns;

import dev.langchain4j.agentic.planner.Action;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * What planners decide: the moment at which work is offered to a member, whether or not it is taken
 * up.
 */
public final class PlannerInstrumentation implements TypeInstrumentation {

  private static final String PLANNER = "dev.langchain4j.agentic.planner.Planner";

  @Override
  public ElementMatcher<ClassLoader> classLoaderOptimization() {
    return hasClassesNamed(PLANNER);
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return not(isInterface()).and(implementsInterface(named(PLANNER)));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isMethod()
            .and(named("firstAction").or(named("nextAction")))
            .and(returns(named("dev.langchain4j.agentic.planner.Action"))),
        PlannerInstrumentation.class.getName() + "$DecideAdvice");
  }

  @SuppressWarnings("unused")
  public static class DecideAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void exit(@Advice.Return @Nullable Action action) {
      PlannerHook.decided(action);
    }
  }
}

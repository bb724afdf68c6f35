package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** The names by which a supervisor's model calls agents: it may make one up. */
public final class SupervisorInstrumentation implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("dev.langchain4j.agentic.supervisor.SupervisorPlanner");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isMethod().and(named("findAgentByName")).and(takesArguments(String.class)),
        SupervisorInstrumentation.class.getName() + "$FindAdvice");
  }

  @SuppressWarnings("unused")
  public static class FindAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.Argument(0) @Nullable String name, @Advice.Thrown @Nullable Throwable thrown) {
      if (thrown != null && name != null) {
        PlannerHook.namedNobody(name);
      }
    }
  }
}

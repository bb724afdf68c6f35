package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.langchain4j.agentic.planner.AgentInstance;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Members that are run on a thread of their own while the planner goes on. */
public final class AsyncMemberInstrumentation implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("dev.langchain4j.agentic.internal.AgentExecutor");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isMethod().and(named("agentResponse")).and(takesArgument(4, boolean.class)),
        AsyncMemberInstrumentation.class.getName() + "$RespondAdvice");
  }

  @SuppressWarnings("unused")
  public static class RespondAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void enter(@Advice.This AgentInstance member, @Advice.Argument(4) boolean async) {
      if (async) {
        MemberHook.expect(member, true);
      }
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.This AgentInstance member,
        @Advice.Argument(4) boolean async,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (async && thrown != null) {
        MemberHook.expect(member, false);
      }
    }
  }
}

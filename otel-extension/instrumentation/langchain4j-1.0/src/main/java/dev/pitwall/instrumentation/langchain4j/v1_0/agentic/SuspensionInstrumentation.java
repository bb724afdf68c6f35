package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.named;

import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Orchestrations that give their thread back to wait, in versions that can. */
public final class SuspensionInstrumentation implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("dev.langchain4j.agentic.observability.ListenerNotifierUtil");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isStatic().and(named("onAgenticSystemSuspended")),
        SuspensionInstrumentation.class.getName() + "$SuspendAdvice");
  }

  @SuppressWarnings("unused")
  public static class SuspendAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void enter() {
      WorkflowHook.suspended();
    }
  }
}

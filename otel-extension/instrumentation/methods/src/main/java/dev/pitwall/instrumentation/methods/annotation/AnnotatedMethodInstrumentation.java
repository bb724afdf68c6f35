package dev.pitwall.instrumentation.methods.annotation;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static net.bytebuddy.matcher.ElementMatchers.declaresMethod;
import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isAnnotatedWith;
import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.not;

import dev.pitwall.instrumentation.HookExit;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Methods with an annotation of the API's. */
public final class AnnotatedMethodInstrumentation implements TypeInstrumentation {

  private static final String PACKAGE = "dev.pitwall.api.annotation.";

  @Override
  public ElementMatcher<ClassLoader> classLoaderOptimization() {
    return hasClassesNamed(PACKAGE + "Workflow");
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return declaresMethod(isAnnotated());
  }

  private static ElementMatcher.Junction<MethodDescription> isAnnotated() {
    return isAnnotatedWith(nameStartsWith(PACKAGE));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isMethod().and(isAnnotated()).and(not(isAbstract())).and(not(isBridge())),
        AnnotatedMethodInstrumentation.class.getName() + "$CallAdvice");
  }

  @SuppressWarnings("unused")
  public static class CallAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static @Nullable Object enter(
        @Advice.Origin Class<?> type,
        @Advice.Origin("#t.#m#s") String method,
        @Advice.This(optional = true) @Nullable Object self,
        @Advice.AllArguments(typing = Assigner.Typing.DYNAMIC) @Nullable Object[] arguments) {
      return AnnotatedMethodHook.enter(type, method, self, arguments);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.Enter @Nullable Object operation,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
        @Advice.Thrown @Nullable Throwable thrown) {
      HookExit.end(operation, result, thrown);
    }
  }
}

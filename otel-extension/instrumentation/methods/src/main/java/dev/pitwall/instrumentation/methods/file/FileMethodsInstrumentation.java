package dev.pitwall.instrumentation.methods.file;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.implementsInterface;
import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.isNative;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.not;

import dev.pitwall.instrumentation.HookExit;
import dev.pitwall.instrumentation.MethodCatalog;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.List;
import java.util.stream.Collectors;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.NamedElement;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Methods by names that only the operator knows. */
public final class FileMethodsInstrumentation implements TypeInstrumentation {

  private final MethodCatalog catalog;
  private final ElementMatcher<TypeDescription> meant;

  FileMethodsInstrumentation(MethodCatalog catalog) {
    this.catalog = catalog;
    this.meant =
        catalog.types().isEmpty()
            ? none()
            : isOrImplements(namedOneOf(catalog.types().toArray(String[]::new)));
  }

  private static ElementMatcher<TypeDescription> isOrImplements(
      ElementMatcher.Junction<TypeDescription> type) {
    return type.or(implementsInterface(type));
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return this::isMeant;
  }

  private boolean isMeant(TypeDescription loaded) {
    if (!meant.matches(loaded)) {
      return false;
    }
    for (String type : catalog.types()) {
      if (isOrImplements(named(type)).matches(loaded)) {
        catalog.found(type, loaded.getName(), names(loaded));
      }
    }
    return true;
  }

  // Of an interface all: an entry for it means its implementations.
  private static List<String> names(TypeDescription type) {
    return type.getDeclaredMethods().filter(type.isInterface() ? isMethod() : hookable()).stream()
        .map(NamedElement.WithRuntimeName::getInternalName)
        .distinct()
        .toList();
  }

  private static ElementMatcher.Junction<MethodDescription> hookable() {
    return isMethod().and(not(isAbstract())).and(not(isNative())).and(not(isBridge()));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        hookable().and(this::isMapped), FileMethodsInstrumentation.class.getName() + "$CallAdvice");
  }

  private boolean isMapped(MethodDescription method) {
    return catalog.maps(
        method.getDeclaringType().asErasure().getName(),
        method.getInternalName(),
        method.getParameters().asTypeList().asErasures().stream()
            .map(TypeDescription::getName)
            .collect(Collectors.joining(",", "(", ")")));
  }

  @SuppressWarnings("unused")
  public static class CallAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static @Nullable Object enter(
        @Advice.Origin("#t.#m#s") String method,
        @Advice.This(optional = true) @Nullable Object self,
        @Advice.AllArguments(typing = Assigner.Typing.DYNAMIC) @Nullable Object[] arguments) {
      return FileMethodHook.enter(method, self, arguments);
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

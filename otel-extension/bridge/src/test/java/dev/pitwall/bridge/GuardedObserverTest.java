package dev.pitwall.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An observer that throws wherever it can: hooks never see it, and each error is told once. */
class GuardedObserverTest {

  private final List<Throwable> suppressed = new ArrayList<>();

  static Stream<Method> reports() {
    // Declarations are guarded each on its own.
    return Arrays.stream(Observer.class.getMethods())
        .filter(method -> !List.of("suppress", "declarations").contains(method.getName()));
  }

  static Stream<Method> starts() {
    return reports().filter(method -> method.getReturnType() == Operation.class);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void keepsAnObserversErrorsFromHooks(Method report) throws ReflectiveOperationException {
    Object returned =
        report.invoke(new GuardedObserver(failing(Observer.class)), arguments(report));
    assertThat(suppressed).hasSize(1);
    if (report.getReturnType() == Operation.class) {
      assertThat(returned).isSameAs(Operation.none());
    }
  }

  static Stream<Method> declarations() {
    return Arrays.stream(Declarations.class.getMethods());
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void keepsAnObserversErrorsFromDeclarations(Method declaration)
      throws ReflectiveOperationException {
    Object returned =
        declaration.invoke(
            new GuardedObserver(failing(Observer.class)).declarations(),
            new Object[declaration.getParameterCount()]);
    assertThat(suppressed).hasSize(1);
    if (declaration.getReturnType() == Operation.class) {
      assertThat(returned).isSameAs(Operation.none());
    }
  }

  @ParameterizedTest
  @MethodSource("starts")
  void keepsAnOperationsErrorsFromHooks(Method report) throws ReflectiveOperationException {
    Observer observer = answering(Observer.class, answering(Operation.class, null));
    Operation<?> operation =
        (Operation<?>) report.invoke(new GuardedObserver(observer), arguments(report));
    operation.end(null, null);
    operation.detach();
    operation.activate().close();
    operation.activateCaller().close();
    assertThat(suppressed).hasSize(4);
  }

  @Test
  void keepsAnActivationsErrorsFromHooks() {
    Observer observer =
        answering(
            Observer.class, answering(Operation.class, (Activation) GuardedObserverTest::fail));
    new GuardedObserver(observer)
        .startToolCall(new ToolRequest("t", null, null))
        .activate()
        .close();
    assertThat(suppressed).hasSize(1);
  }

  @Test
  void isSilentWhenEvenTellingFails() {
    Observer observer =
        proxy(
            Observer.class,
            (self, method, arguments) -> {
              throw new IllegalStateException();
            });
    assertThatCode(() -> new GuardedObserver(observer).applied("library"))
        .doesNotThrowAnyException();
  }

  private static @Nullable Object[] arguments(Method report) {
    return Arrays.stream(report.getParameterTypes())
        .map(type -> type == boolean.class ? false : null)
        .toArray();
  }

  private <T> T failing(Class<T> type) {
    return answering(type, null);
  }

  /** Takes note of what is suppressed, gives the answer where it fits, throws everywhere else. */
  private <T> T answering(Class<T> type, @Nullable Object answer) {
    return proxy(
        type,
        (self, method, arguments) -> {
          if (method.getName().equals("suppress")) {
            suppressed.add((Throwable) arguments[1]);
            return null;
          }
          if (method.getReturnType().isInstance(answer)) {
            return answer;
          }
          throw new IllegalStateException(method.getName());
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            GuardedObserverTest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static void fail() {
    throw new IllegalStateException("close");
  }
}

package dev.pitwall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API where nobody listens. */
class WithoutAgentTest {

  @Test
  void aWholeRunDoesNothingAndSaysNothing() {
    try (LogLines log = LogLines.record()) {
      PlannedRun planned =
          Pitwall.plan("desk")
              .milestone("draft", Instant.now())
              .deadline(Instant.now())
              .budget(Budget.tokens(10).andCost(1).andCalls(2).andTime(Duration.ofMinutes(1)))
              .needsAuthorization()
              .declare();
      planned.authorize(Authorization.by("ada").wasReviewed());
      try (Run run = planned.start()) {
        try (Task task = run.task("research").ofType("research").by("researcher").start()) {
          task.blockedBy(BlockedBy.RESOURCE, "index", "reader");
          task.unblocked();
        }
        Handoff handoff = run.handOff("writer", "editor");
        handoff.accept();
        handoff.complete();
        try (Approval approval = run.askFor("release", "deploy")) {
          approval.approve("ada");
        }
        run.reached("draft");
        assertThat(run.id()).isEmpty();
      }
      assertThat(Pitwall.current().id()).isEmpty();
      assertThat(log.at(Level.ALL)).isEmpty();
    }
  }

  /** Whatever may be null may be null, and nothing that comes back is. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        Pitwall.class,
        Plan.class,
        PlannedRun.class,
        Run.class,
        Task.class,
        Handoff.class,
        Gate.class,
        Approval.class,
        EmergencyStop.class,
        Activation.class,
        Budget.class,
        Authorization.class
      })
  void everyCallTakesNullAndGivesNone(Class<?> type) throws IllegalAccessException {
    List<Method> methods =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .filter(method -> !method.isSynthetic() && !method.getName().equals("equals"))
            .toList();
    assertThat(methods).isNotEmpty();
    for (Method method : methods) {
      Object[] nothing =
          Arrays.stream(method.getParameterTypes()).map(WithoutAgentTest::nothing).toArray();
      Object[] returned = new Object[1];
      assertThatCode(() -> returned[0] = call(method, sample(type), nothing))
          .as(method.toString())
          .doesNotThrowAnyException();
      if (method.getReturnType() != void.class && !type.isRecord()) {
        assertThat(returned[0]).as(method.toString()).isNotNull();
      }
    }
  }

  @Test
  void noTypeOfOthersIsNeeded() {
    assertThat(
            Arrays.stream(Wire.class.getDeclaredMethods()).filter(method -> !method.isSynthetic()))
        .allMatch(
            method ->
                Arrays.stream(method.getParameterTypes())
                    .allMatch(each -> each.isPrimitive() || !each.getName().startsWith("dev.")));
  }

  @Test
  void limitsThatMakeNoSenseAreNone() {
    assertThat(new Budget(-1, Double.NaN, -1, null)).isEqualTo(Budget.NONE);
    assertThat(Millis.of(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
    assertThat(Millis.of(Instant.MIN)).isZero();
    assertThat(Millis.of(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
  }

  private static Object call(Method method, Object target, Object[] arguments)
      throws IllegalAccessException, InvocationTargetException {
    return method.invoke(target, arguments);
  }

  @SuppressWarnings("NullAway") // that is the point
  private static Object nothing(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == double.class) {
      return Double.NaN;
    }
    if (type == long.class) {
      return -1L;
    }
    return type == int.class ? Integer.valueOf(-1) : null;
  }

  @SuppressWarnings("resource") // of nobody
  private static Object sample(Class<?> type) {
    Run run = Run.of(null);
    return List.of(
            Pitwall.plan(null),
            Pitwall.plan(null).declare(),
            run,
            run.task(null),
            run.handOff(null, null),
            run.gate(null),
            run.askFor(null),
            run.activate(),
            Pitwall.emergencyStop(),
            Budget.NONE,
            Authorization.by(null))
        .stream()
        .filter(type::isInstance)
        .findFirst()
        .orElse(run);
  }
}

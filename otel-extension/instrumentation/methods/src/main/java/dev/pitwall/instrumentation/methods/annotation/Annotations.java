package dev.pitwall.instrumentation.methods.annotation;

import dev.pitwall.api.annotation.AgentCall;
import dev.pitwall.api.annotation.AsksApproval;
import dev.pitwall.api.annotation.GateCheck;
import dev.pitwall.api.annotation.HandsOff;
import dev.pitwall.api.annotation.ReachesMilestone;
import dev.pitwall.api.annotation.TaskWork;
import dev.pitwall.api.annotation.Workflow;
import dev.pitwall.bridge.MethodMapping;
import dev.pitwall.bridge.MethodMapping.Kind;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the annotations of a method say, in the words of the mapping. */
final class Annotations {

  private Annotations() {}

  /**
   * Those of a method.
   *
   * @param method its class, name and parameters: {@code com.acme.Desk.publish(java.lang.String)}
   */
  static List<MethodMapping> of(Class<?> type, String method) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(each -> !each.isBridge() && nameOf(type, each).equals(method))
        .flatMap(each -> Arrays.stream(each.getDeclaredAnnotations()))
        .map(annotation -> mapping(method, annotation))
        .filter(mapping -> mapping != null)
        .toList();
  }

  private static String nameOf(Class<?> type, Method method) {
    return type.getName()
        + "."
        + method.getName()
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getName)
            .collect(Collectors.joining(",", "(", ")"));
  }

  private static @Nullable MethodMapping mapping(String method, Annotation annotation) {
    if (annotation instanceof Workflow each) {
      return mapping(method, Kind.WORKFLOW, "name", each.value(), "run", each.run());
    }
    if (annotation instanceof AgentCall each) {
      return mapping(method, Kind.AGENT, "name", each.value());
    }
    if (annotation instanceof TaskWork each) {
      return mapping(
          method,
          Kind.TASK,
          "id",
          each.id(),
          "type",
          each.type(),
          "agent",
          each.agent(),
          "after",
          each.after(),
          "deadline",
          each.deadline(),
          "input",
          each.input());
    }
    if (annotation instanceof HandsOff each) {
      return mapping(
          method,
          Kind.HANDOFF,
          "target",
          each.target(),
          "source",
          each.source(),
          "recipient",
          each.recipient(),
          "stage",
          each.stage(),
          "id",
          each.id(),
          "mode",
          each.mode(),
          "input",
          each.input());
    }
    if (annotation instanceof GateCheck each) {
      return mapping(
          method,
          Kind.GATE,
          "name",
          each.value(),
          "passed",
          each.passed(),
          "action",
          each.action(),
          "task",
          each.task(),
          "agent",
          each.agent(),
          "score",
          each.score(),
          "min",
          each.min(),
          "max",
          each.max());
    }
    if (annotation instanceof AsksApproval each) {
      return mapping(
          method,
          Kind.APPROVAL,
          "kind",
          each.value(),
          "tool",
          each.tool(),
          "approved",
          each.approved(),
          "user",
          each.user(),
          "task",
          each.task());
    }
    return annotation instanceof ReachesMilestone each
        ? mapping(method, Kind.MILESTONE, "name", each.value())
        : null;
  }

  private static MethodMapping mapping(String method, Kind kind, String... keysAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      if (!keysAndValues[i + 1].isEmpty()) {
        values.put(keysAndValues[i], keysAndValues[i + 1]);
      }
    }
    return new MethodMapping(method, kind, values);
  }
}

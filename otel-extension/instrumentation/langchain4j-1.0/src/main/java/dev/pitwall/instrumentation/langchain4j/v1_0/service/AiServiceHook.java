package dev.pitwall.instrumentation.langchain4j.v1_0.service;

import dev.pitwall.bridge.AgentStart;
import dev.pitwall.bridge.AgentStart.Role;
import dev.pitwall.bridge.Bridge;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Reports an AI service's invocation as that of an agent, named after the service's interface. */
public final class AiServiceHook {

  private static final String LIBRARY = "langchain4j-service";

  // The supervisor's planner is an AI service too; what it does is planning, not an agent's work.
  private static final String PLANNER = "dev.langchain4j.agentic.supervisor.PlannerAgent";

  static {
    Bridge.observer().applied(LIBRARY);
  }

  private AiServiceHook() {}

  public static @Nullable Object enter(Method method) {
    try {
      Class<?> service = method.getDeclaringClass();
      if (service == Object.class || service.getName().startsWith("dev.langchain4j.service.")) {
        return null;
      }
      Role role = service.getName().equals(PLANNER) ? Role.PLANNER : Role.SERVICE;
      String name = service.getSimpleName();
      return Bridge.observer().startAgent(new AgentStart(name, name, null, null, role));
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }
}

package dev.pitwall.instrumentation.langchain4j.v1_0.service;

import dev.pitwall.bridge.AgentStart;
import dev.pitwall.bridge.AgentStart.Role;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.Operation;
import dev.pitwall.instrumentation.HookExit;
import dev.pitwall.instrumentation.Property;
import dev.pitwall.instrumentation.langchain4j.v1_0.service.ServiceInvocation.Part;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Reports an AI service's invocation as that of an agent, named after the service's interface. */
public final class AiServiceHook {

  static final String LIBRARY = "langchain4j-service";

  private static final String FRAMEWORK = "dev.langchain4j.";

  // The supervisor's planner is an AI service too; what it does is planning, not an agent's work.
  private static final String PLANNER = "dev.langchain4j.agentic.supervisor.PlannerAgent";

  // Of the framework's own wrappers around what the service answered.
  private static final Property CONTENT = new Property("content");

  static {
    Bridge.observer().applied(LIBRARY);
  }

  private AiServiceHook() {}

  public static @Nullable Object enter(
      @Nullable Object proxy, Method method, Object @Nullable [] arguments) {
    try {
      Class<?> declaring = method.getDeclaringClass();
      // A default method is the application's code, which may call the others.
      if (method.isDefault()
          || declaring == Object.class
          || declaring.getName().startsWith("dev.langchain4j.service.")) {
        return null;
      }
      Class<?> service = service(proxy, declaring);
      Role role = service.getName().equals(PLANNER) ? Role.PLANNER : Role.SERVICE;
      String name = service.getSimpleName();
      Operation<Object> operation =
          Bridge.observer()
              .startAgent(
                  new AgentStart(name, name, null, null, role, MemoryIds.find(method, arguments)));
      return operation == Operation.none() ? null : new ServiceInvocation(operation).begin();
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }

  public static void exit(
      @Nullable Object entered, @Nullable Object result, @Nullable Throwable thrown) {
    if (!(entered instanceof Part part)) {
      return;
    }
    part.close();
    ServiceInvocation invocation = part.invocation();
    if (thrown == null && invocation.isStreaming()) {
      invocation.operation().detach();
    } else {
      HookExit.endWithResult(invocation.operation(), content(result), thrown);
    }
  }

  private static @Nullable Object content(@Nullable Object result) {
    try {
      return result != null && result.getClass().getName().startsWith(FRAMEWORK)
          ? CONTENT.of(result)
          : result;
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }

  // A method may be declared by an interface that several services extend.
  private static Class<?> service(@Nullable Object proxy, Class<?> declaring) {
    if (proxy != null && Proxy.isProxyClass(proxy.getClass())) {
      for (Class<?> type : proxy.getClass().getInterfaces()) {
        if (declaring.isAssignableFrom(type)) {
          return type;
        }
      }
    }
    return declaring;
  }
}

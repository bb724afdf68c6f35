package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;

import dev.langchain4j.agentic.planner.AgentInstance;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Agents in other processes, reached by A2A or MCP: called by themselves or as members. */
public final class RemoteAgentInstrumentation implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return namedOneOf(
        "dev.langchain4j.agentic.a2a.DefaultA2AClientBuilder",
        "dev.langchain4j.agentic.mcp.DefaultMcpClientBuilder");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isMethod().and(named("invokeAgent").or(named("invokeTool"))),
        RemoteAgentInstrumentation.class.getName() + "$InvokeAdvice");
  }

  @SuppressWarnings("unused")
  public static class InvokeAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static @Nullable Object enter(@Advice.This AgentInstance agent) {
      return MemberHook.enterRemote(agent);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.Enter @Nullable Object operation, @Advice.Thrown @Nullable Throwable thrown) {
      MemberHook.exit(operation, null, thrown);
    }
  }
}

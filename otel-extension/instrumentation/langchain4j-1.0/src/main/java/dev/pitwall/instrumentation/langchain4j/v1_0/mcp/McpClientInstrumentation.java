package dev.pitwall.instrumentation.langchain4j.v1_0.mcp;

import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.mcp.client.transport.McpTransport;
import dev.langchain4j.mcp.protocol.McpClientMessage;
import dev.langchain4j.service.tool.ToolExecutionResult;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Every request of the client, at the method that sends it and waits for the answer: what comes
 * from a cache is none. Below the transports, which stay as they are.
 */
public final class McpClientInstrumentation implements TypeInstrumentation {

  private static final String INVOCATION = "dev.langchain4j.invocation.InvocationContext";

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("dev.langchain4j.mcp.client.DefaultMcpClient");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isMethod().and(named("executeTool")).and(takesArgument(1, named(INVOCATION))),
        McpClientInstrumentation.class.getName() + "$ToolAdvice");
    transformer.applyAdviceToMethod(
        isMethod().and(named("getPrompt")).and(takesArgument(0, String.class)),
        McpClientInstrumentation.class.getName() + "$PromptAdvice");
    transformer.applyAdviceToMethod(
        isMethod()
            .and(
                namedOneOf(
                        "initialize",
                        "checkHealth",
                        "obtainToolList",
                        "obtainPromptList",
                        "obtainResourceList",
                        "obtainResourceTemplateList")
                    .or(named("readResource").and(takesArgument(1, named(INVOCATION))))),
        McpClientInstrumentation.class.getName() + "$RequestAdvice");
    transformer.applyAdviceToMethod(
        isMethod()
            .and(named("applyMeta"))
            .and(takesArguments(2))
            .and(takesArgument(0, named("dev.langchain4j.mcp.protocol.McpClientMessage"))),
        McpClientInstrumentation.class.getName() + "$MetaAdvice");
  }

  @SuppressWarnings("unused")
  public static class ToolAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static @Nullable Object enter(
        @Advice.Argument(0) ToolExecutionRequest request,
        @Advice.FieldValue("transport") @Nullable McpTransport transport) {
      return McpHook.enterTool(request, transport);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.FieldValue("toolExecutionTimeoutErrorMessage") @Nullable String late,
        @Advice.Enter @Nullable Object operation,
        @Advice.Return @Nullable ToolExecutionResult result,
        @Advice.Thrown @Nullable Throwable thrown) {
      McpHook.exitTool(operation, late, result, thrown);
    }
  }

  @SuppressWarnings("unused")
  public static class PromptAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static @Nullable Object enter(
        @Advice.Argument(0) String prompt,
        @Advice.FieldValue("transport") @Nullable McpTransport transport) {
      return McpHook.enterPrompt(prompt, transport);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.Enter @Nullable Object operation, @Advice.Thrown @Nullable Throwable thrown) {
      McpHook.exit(operation, thrown);
    }
  }

  @SuppressWarnings("unused")
  public static class RequestAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static @Nullable Object enter(
        @Advice.Origin("#m") String method,
        @Advice.FieldValue("transport") @Nullable McpTransport transport) {
      return McpHook.enter(method, transport);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.Enter @Nullable Object operation, @Advice.Thrown @Nullable Throwable thrown) {
      McpHook.exit(operation, thrown);
    }
  }

  @SuppressWarnings("unused")
  public static class MetaAdvice {

    // After the application's own supplier, so that what it gives stays.
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void exit(@Advice.Argument(0) McpClientMessage message) {
      MetaHook.sending(message);
    }
  }
}

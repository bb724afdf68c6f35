package dev.pitwall.distribution.neighbour;

import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.named;

import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Puts advice on a method that we have advice on, too. */
public final class NeighbourModule extends InstrumentationModule {

  public NeighbourModule() {
    super("neighbour");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return List.of(new InvokerInstrumentation());
  }

  private static final class InvokerInstrumentation implements TypeInstrumentation {

    @Override
    public ElementMatcher<TypeDescription> typeMatcher() {
      return named("dev.langchain4j.agentic.internal.AgentInvoker");
    }

    @Override
    public void transform(TypeTransformer transformer) {
      transformer.applyAdviceToMethod(
          isMethod().and(named("invoke")), NeighbourModule.class.getName() + "$CountAdvice");
    }
  }

  /** Counts, in a property, how often the method was entered. */
  @SuppressWarnings("unused")
  public static class CountAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static void enter() {
      System.setProperty("neighbour.calls", Integer.getInteger("neighbour.calls", 0) + 1 + "");
    }
  }
}

package dev.pitwall.instrumentation.methods.annotation;

import dev.pitwall.instrumentation.PitwallInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks into methods that carry annotations of {@code pitwall-api}. */
public final class AnnotationsModule extends PitwallInstrumentationModule {

  public AnnotationsModule() {
    super("pitwall-annotations", "pitwall-api", "pitwall");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return List.of(new AnnotatedMethodInstrumentation());
  }
}

package dev.pitwall.instrumentation.api;

import dev.pitwall.instrumentation.PitwallInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks into {@code pitwall-api}, as packed into an application, in whatever version. */
public final class ApiModule extends PitwallInstrumentationModule {

  public ApiModule() {
    super("pitwall-api", "pitwall");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return List.of(new WireInstrumentation());
  }
}

package dev.pitwall.instrumentation.methods.file;

import dev.pitwall.instrumentation.MethodCatalog;
import dev.pitwall.instrumentation.PitwallInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;
import java.util.ServiceLoader;

/** Hooks into methods of the application that the operator's file maps; into none without one. */
public final class FileMethodsModule extends PitwallInstrumentationModule {

  public FileMethodsModule() {
    super("pitwall-methods", "pitwall");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return List.of(new FileMethodsInstrumentation(catalog()));
  }

  // While the build generates muzzle there is none, and the hooks have to be known all the same.
  private static MethodCatalog catalog() {
    return ServiceLoader.load(MethodCatalog.class, MethodCatalog.class.getClassLoader())
        .findFirst()
        .orElse(MethodCatalog.EMPTY);
  }
}

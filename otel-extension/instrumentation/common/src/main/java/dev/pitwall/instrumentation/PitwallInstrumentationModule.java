package dev.pitwall.instrumentation;

import static net.bytebuddy.matcher.ElementMatchers.any;
import static net.bytebuddy.matcher.ElementMatchers.none;

import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * A framework module of ours: applies only once the bridge is in place, and takes the classes of
 * its own package for helpers.
 */
public abstract class PitwallInstrumentationModule extends InstrumentationModule {

  private static final String HELPERS = "dev.pitwall.instrumentation.";

  protected PitwallInstrumentationModule(String name, String... more) {
    super(name, more);
  }

  @Override
  public final boolean isHelperClass(String className) {
    return className.startsWith(HELPERS);
  }

  /**
   * Without the bridge a hook could only fail, so no class is touched then. The agent asks once,
   * and only for modules that are not switched off.
   */
  @Override
  public final ElementMatcher.Junction<ClassLoader> classLoaderMatcher() {
    if (!BridgeJar.isOnBootstrapLoader()) {
      return none();
    }
    UnfitModules.add(this);
    return any();
  }
}

package dev.pitwall.build;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.opentelemetry.javaagent.tooling.muzzle.generation.MuzzleCodeGenerationPlugin;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;

/**
 * Runs the agent's muzzle code generation in a Maven build: every instrumentation module learns
 * which classes and methods of the framework its advice and helpers use, so that the agent can
 * refuse a framework that does not have them.
 *
 * <p>The Byte Buddy Maven plugin instantiates this class and fills the argument with the compile
 * class path.
 */
public final class MuzzlePlugin implements Plugin {

  private final MuzzleCodeGenerationPlugin delegate;
  private final URLClassLoader classPath;

  public MuzzlePlugin(File[] classPath) throws MalformedURLException {
    URL[] urls = new URL[classPath.length];
    for (int i = 0; i < classPath.length; i++) {
      urls[i] = classPath[i].toURI().toURL();
    }
    this.classPath = new URLClassLoader(urls, getClass().getClassLoader());
    this.delegate = new MuzzleCodeGenerationPlugin(this.classPath);
  }

  @Override
  public boolean matches(TypeDescription target) {
    // A build that had nothing to compile comes by classes that have been through here.
    return target.getDeclaredMethods().filter(named(BridgeReferenceFilter.GENERATED)).isEmpty()
        && delegate.matches(target);
  }

  @Override
  public DynamicType.Builder<?> apply(
      DynamicType.Builder<?> builder, TypeDescription type, ClassFileLocator locator) {
    return delegate.apply(builder.visit(new BridgeReferenceFilter()), type, locator);
  }

  @Override
  public void close() throws IOException {
    delegate.close();
    classPath.close();
  }
}

package dev.pitwall.distribution.app;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Runs the desk in a loader like OSGi's: whatever is not of the JDK comes from its own jars or not
 * at all.
 */
public final class RestrictedApp {

  private RestrictedApp() {}

  public static void main(String[] arguments) throws Exception {
    try (URLClassLoader bundle = new Bundle()) {
      Thread.currentThread().setContextClassLoader(bundle);
      bundle
          .loadClass("dev.pitwall.distribution.app.DeskApp")
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
    }
  }

  private static final class Bundle extends URLClassLoader {

    Bundle() throws MalformedURLException {
      super(classPath(), null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        return isOfTheJdk(name)
            ? ClassLoader.getPlatformClassLoader().loadClass(name)
            : findClass(name);
      }
    }

    private static boolean isOfTheJdk(String name) {
      return name.startsWith("java.")
          || name.startsWith("javax.")
          || name.startsWith("jdk.")
          || name.startsWith("sun.");
    }

    private static URL[] classPath() throws MalformedURLException {
      String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
      URL[] urls = new URL[entries.length];
      for (int i = 0; i < entries.length; i++) {
        urls[i] = Path.of(entries[i]).toUri().toURL();
      }
      return urls;
    }
  }
}

package dev.pitwall.instrumentation;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarFile;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Puts the bridge's classes on the bootstrap loader, where hooks and extension see the same ones.
 */
public final class BridgeJar {

  private static final Logger logger = Logger.getLogger(BridgeJar.class.getName());

  // Not inside META-INF or inst: the agent treats those specially.
  private static final String RESOURCE = "/pitwall/bridge.jar";
  private static final boolean APPENDED = append();

  private BridgeJar() {}

  /**
   * Whether the bridge is there. The first call puts it there; if that fails it says so once and
   * nothing is hooked.
   */
  public static boolean isOnBootstrapLoader() {
    return APPENDED;
  }

  private static boolean append() {
    try (InputStream jar = BridgeJar.class.getResourceAsStream(RESOURCE)) {
      if (jar == null) {
        throw new IOException("the extension's jar has no " + RESOURCE);
      }
      Path file = Files.createTempFile("pitwall-bridge", ".jar");
      file.toFile().deleteOnExit();
      Files.copy(jar, file, StandardCopyOption.REPLACE_EXISTING);
      instrumentation().appendToBootstrapClassLoaderSearch(new JarFile(file.toFile()));
      return true;
    } catch (IOException | ReflectiveOperationException | RuntimeException e) {
      logger.log(
          Level.WARNING,
          "Pitwall is off: its bridge could not be written to "
              + System.getProperty("java.io.tmpdir")
              + ". The application and the OpenTelemetry agent are not affected; a writable -Djava.io.tmpdir turns Pitwall on.",
          e);
      return false;
    }
  }

  // The agent has no public way to ask for it; its bootstrap class has kept this method since 1.0.
  static Instrumentation instrumentation() throws ReflectiveOperationException {
    Object instrumentation =
        Class.forName("io.opentelemetry.javaagent.bootstrap.InstrumentationHolder")
            .getMethod("getInstrumentation")
            .invoke(null);
    if (instrumentation == null) {
      throw new IllegalStateException("the OpenTelemetry agent has not been started");
    }
    return (Instrumentation) instrumentation;
  }
}

package dev.pitwall.agent.ready;

import dev.pitwall.instrumentation.BridgeJar;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/*
 * The agent carries its own copy of OpenTelemetry's API under other names. When a class of an extension is loaded it rewrites
 * what refers to the API, class by class, while nothing of itself is compiled yet. For the 150 classes that a start loads
 * that was the largest part of what we added to it: see docs/performance.md and docs/decisions/0037.
 *
 * The build does the same once and puts the result beside the classes (RewriteClasses in build-tools). Here it is defined,
 * in the loader and under the names that the agent would have used; whoever asks for one of these classes finds it loaded.
 * Nothing depends on it: what is not defined here the agent rewrites as ever.
 *
 * Whether this agent rewrites as the build did is asked of the agent itself: it is made to rewrite one class, of which only the
 * bytes are looked at.
 */
/** Defines classes that a start needs, as the agent would have rewritten them. */
public final class ReadyClasses {

  private static final String RESOURCE = "/pitwall/ready.classes";

  private static final Logger logger = Logger.getLogger(ReadyClasses.class.getName());
  private static final int BUFFER = 1 << 16;

  private ReadyClasses() {}

  /** Called by name, once and before any of them is needed. */
  public static void define() throws IOException, ReflectiveOperationException {
    // Some implement what the bridge declares.
    if (BridgeJar.isOnBootstrapLoader()) {
      try (InputStream written = ReadyClasses.class.getResourceAsStream(RESOURCE)) {
        if (written != null) {
          define(new DataInputStream(new BufferedInputStream(written, BUFFER)));
        }
      }
    }
  }

  private static void define(DataInputStream written)
      throws IOException, ReflectiveOperationException {
    if (!Arrays.equals(bytes(written), rewrittenByTheAgent())) {
      logger.log(
          Level.FINE,
          "this agent names its copy of the API otherwise than Pitwall was built for: it rewrites every class itself");
      return;
    }
    Lookup[] packages = new Lookup[written.readUnsignedShort()];
    for (int i = 0; i < packages.length; i++) {
      Class<?> member = Class.forName(written.readUTF() + ".package-info");
      packages[i] = MethodHandles.privateLookupIn(member, MethodHandles.lookup());
    }
    int left = written.readUnsignedShort();
    for (; left > 0; left--) {
      define(packages[written.readUnsignedByte()], bytes(written));
    }
  }

  private static void define(Lookup place, byte[] bytes) throws IllegalAccessException {
    try {
      Class<?> unused = place.defineClass(bytes);
    } catch (LinkageError e) {
      // Loaded already, or left to the agent.
      logger.log(Level.FINE, "a class is not defined ahead", e);
    }
  }

  private static byte @Nullable [] rewrittenByTheAgent() throws IOException {
    try (InputStream probe = ReadyClasses.class.getResourceAsStream("Probe.class")) {
      return probe == null ? null : probe.readAllBytes();
    }
  }

  private static byte[] bytes(DataInputStream written) throws IOException {
    byte[] bytes = new byte[written.readInt()];
    written.readFully(bytes);
    return bytes;
  }
}

package dev.pitwall.instrumentation.methods.file;

import dev.pitwall.bridge.Bridge;
import org.jspecify.annotations.Nullable;

/** Reports calls of methods that the operator's file maps. */
public final class FileMethodHook {

  private static final String LIBRARY = "mapped-methods";

  static {
    Bridge.observer().applied(LIBRARY);
  }

  private FileMethodHook() {}

  public static @Nullable Object enter(
      String method, @Nullable Object self, @Nullable Object[] arguments) {
    try {
      return Bridge.observer().declarations().enter(method, self, arguments);
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }
}

package dev.pitwall.instrumentation.methods.annotation;

import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.MethodMapping;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reports calls of annotated methods. What annotations say is read at the first call of each. */
public final class AnnotatedMethodHook {

  private static final String LIBRARY = "annotations";

  // For as long as the class lives, whatever loader holds us.
  private static final ClassValue<Map<String, List<MethodMapping>>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Map<String, List<MethodMapping>> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  static {
    Bridge.observer().applied(LIBRARY);
  }

  private AnnotatedMethodHook() {}

  public static @Nullable Object enter(
      Class<?> type, String method, @Nullable Object self, @Nullable Object[] arguments) {
    try {
      Map<String, List<MethodMapping>> known = KNOWN.get(type);
      List<MethodMapping> mappings = known.get(method);
      if (mappings == null) {
        mappings = Annotations.of(type, method);
        known.put(method, mappings);
      }
      return Bridge.observer().declarations().enter(mappings, self, arguments);
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }
}

package dev.pitwall.instrumentation.langchain4j.v1_0.service;

import dev.langchain4j.service.MemoryId;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The conversation that a service's method is called for: the argument marked as memory id. */
final class MemoryIds {

  private static final int NONE = -1;

  // Annotations of parameters are parsed anew every time they are asked for.
  private static final ClassValue<Map<Method, Integer>> positions =
      new ClassValue<>() {
        @Override
        protected Map<Method, Integer> computeValue(Class<?> service) {
          return new ConcurrentHashMap<>();
        }
      };

  private MemoryIds() {}

  /** The id, or null where the method has none: the framework's own default is no conversation. */
  static @Nullable String find(Method method, Object @Nullable [] arguments) {
    if (arguments == null) {
      return null;
    }
    int position =
        positions
            .get(method.getDeclaringClass())
            .computeIfAbsent(method, MemoryIds::positionOfMemoryId);
    return position == NONE ? null : text(arguments[position]);
  }

  private static int positionOfMemoryId(Method method) {
    Annotation[][] annotations = method.getParameterAnnotations();
    for (int i = 0; i < annotations.length; i++) {
      for (Annotation annotation : annotations[i]) {
        if (annotation instanceof MemoryId) {
          return i;
        }
      }
    }
    return NONE;
  }

  // Any other object would have to be asked for its text, which is the application's code.
  private static @Nullable String text(@Nullable Object id) {
    return id instanceof String
            || id instanceof Number
            || id instanceof UUID
            || id instanceof Enum<?>
        ? id.toString()
        : null;
  }
}

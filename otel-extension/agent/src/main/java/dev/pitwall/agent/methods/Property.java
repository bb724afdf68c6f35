package dev.pitwall.agent.methods;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads a property of objects of one class: a record's component, a public getter or field. */
interface Property {

  /**
   * The value for one object.
   *
   * @throws RuntimeException if the application's getter throws
   */
  @Nullable Object get(Object owner);

  /**
   * A property of a class.
   *
   * @throws IllegalArgumentException if it has none that may be read
   */
  static Property of(Class<?> type, String name) {
    return Known.PROPERTIES.get(type).computeIfAbsent(name, unseen -> find(type, name));
  }

  private static Property find(Class<?> type, String name) {
    String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    for (String getter :
        type.isRecord()
            ? new String[] {name, "get" + capital, "is" + capital}
            : new String[] {"get" + capital, "is" + capital}) {
      Method method = method(type, getter);
      if (method != null) {
        return owner -> call(method, owner);
      }
    }
    Field field = field(type, name);
    if (field == null) {
      throw new IllegalArgumentException(
          "a %s has no public getter, component or field %s".formatted(type.getName(), name));
    }
    return owner -> {
      try {
        return field.get(owner);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static @Nullable Object call(Method getter, Object owner) {
    try {
      return getter.invoke(owner);
    } catch (InvocationTargetException e) {
      // Not what it says: that may be content.
      Throwable cause = e.getCause();
      throw new IllegalStateException(
          getter.getName() + "() threw " + (cause == null ? e : cause).getClass().getName(), cause);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Method method(Class<?> type, String name) {
    try {
      Method method = type.getMethod(name);
      return method.getReturnType() != void.class
              && !Modifier.isStatic(method.getModifiers())
              && method.getDeclaringClass() != Object.class
              && isOpen(method)
          ? method
          : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static @Nullable Field field(Class<?> type, String name) {
    try {
      Field field = type.getField(name);
      return !Modifier.isStatic(field.getModifiers()) && isOpen(field) ? field : null;
    } catch (NoSuchFieldException e) {
      return null;
    }
  }

  // A public member of a class that is not, such as a record within a package.
  private static boolean isOpen(AccessibleObject member) {
    return member.trySetAccessible();
  }

  /** What has been looked up, for as long as the class lives. */
  final class Known {

    private static final ClassValue<Map<String, Property>> PROPERTIES =
        new ClassValue<>() {
          @Override
          protected Map<String, Property> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
          }
        };

    private Known() {}
  }
}

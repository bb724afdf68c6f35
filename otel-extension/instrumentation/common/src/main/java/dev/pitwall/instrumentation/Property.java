package dev.pitwall.instrumentation;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A property of objects whose type a hook must not name: it is in another jar, or only some
 * versions of the framework have it, and naming it would make muzzle refuse all others. The method
 * is looked up once for each class.
 */
public final class Property {

  private final String[] names;

  private final ClassValue<Optional<MethodHandle>> getters =
      new ClassValue<>() {
        @Override
        protected Optional<MethodHandle> computeValue(Class<?> type) {
          return find(type);
        }
      };

  /**
   * @param names of public methods without arguments; the first that an object has is its getter
   */
  public Property(String... names) {
    this.names = names;
  }

  /** The property's value; null where the object has no such property, and of null. */
  public @Nullable Object of(@Nullable Object owner) {
    if (owner == null) {
      return null;
    }
    MethodHandle getter = getters.get(owner.getClass()).orElse(null);
    if (getter == null) {
      return null;
    }
    try {
      return (Object) getter.invokeExact(owner);
    } catch (Throwable t) {
      throw new IllegalStateException(names[0] + " of " + owner.getClass().getName(), t);
    }
  }

  /** A number; null also where the value is none. */
  public @Nullable Integer integer(@Nullable Object owner) {
    return of(owner) instanceof Number number ? number.intValue() : null;
  }

  private Optional<MethodHandle> find(Class<?> type) {
    for (String name : names) {
      for (Class<?> declarer = type; declarer != null; declarer = declarer.getSuperclass()) {
        Optional<MethodHandle> getter = declaredIn(declarer, name);
        if (getter.isPresent()) {
          return getter;
        }
        for (Class<?> contract : declarer.getInterfaces()) {
          getter = declaredIn(contract, name);
          if (getter.isPresent()) {
            return getter;
          }
        }
      }
    }
    return Optional.empty();
  }

  // Only where both the class and the method are public: nothing is opened by force.
  private static Optional<MethodHandle> declaredIn(Class<?> type, String name) {
    if (!Modifier.isPublic(type.getModifiers())) {
      return Optional.empty();
    }
    try {
      Method method = type.getMethod(name);
      if (Modifier.isStatic(method.getModifiers())) {
        return Optional.empty();
      }
      return Optional.of(
          MethodHandles.publicLookup()
              .unreflect(method)
              .asType(MethodType.methodType(Object.class, Object.class)));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }
}

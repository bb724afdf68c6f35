package dev.pitwall.instrumentation;

import java.util.Collection;
import java.util.Set;

/**
 * Methods of the application of which the operator wants to hear, by their names; found as a
 * service of the extension. Implementations are safe for use by any thread.
 */
public interface MethodCatalog {

  /** Of no methods. */
  MethodCatalog EMPTY =
      new MethodCatalog() {
        @Override
        public Set<String> types() {
          return Set.of();
        }

        @Override
        public void found(String type, String loaded, Collection<String> methods) {}

        @Override
        public boolean maps(String loaded, String name, String signature) {
          return false;
        }
      };

  /** The classes that are meant, and interfaces of which all implementations are. */
  Set<String> types();

  /**
   * The application loads a class that is meant.
   *
   * @param type which of {@link #types} it is or implements
   * @param loaded its own name
   * @param methods names of methods that it declares and that can be hooked into
   */
  void found(String type, String loaded, Collection<String> methods);

  /**
   * Whether a method of a class that was found is meant.
   *
   * @param signature types of its parameters: {@code (java.lang.String,int)}
   */
  boolean maps(String loaded, String name, String signature);
}

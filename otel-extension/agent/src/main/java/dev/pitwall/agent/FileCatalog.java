package dev.pitwall.agent;

import dev.pitwall.agent.methods.FileMethods;
import dev.pitwall.instrumentation.MethodCatalog;
import java.util.Collection;
import java.util.Set;

/** The operator's file, for whoever hooks into the methods that it maps. */
public final class FileCatalog implements MethodCatalog {

  private static final FileMethods FILE = Configured.get().methods();

  @Override
  public Set<String> types() {
    return FILE.types();
  }

  @Override
  public void found(String type, String loaded, Collection<String> methods) {
    FILE.found(type, loaded, methods);
  }

  @Override
  public boolean maps(String loaded, String name, String signature) {
    return FILE.maps(loaded, name, signature);
  }
}

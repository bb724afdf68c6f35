package dev.pitwall.agent.methods;

import dev.pitwall.agent.entry.Configuration;
import dev.pitwall.agent.settings.SettingsReader;
import dev.pitwall.instrumentation.MethodCatalog;
import java.util.Collection;
import java.util.Set;
import java.util.logging.Logger;

/**
 * The operator's file, for whoever hooks into the methods that it maps. The agent asks for these
 * before it starts us, so the file is read when this class is first needed.
 */
public final class FileCatalog implements MethodCatalog {

  private static final Logger logger = Logger.getLogger(FileCatalog.class.getName());
  private static final FileMethods FILE =
      MethodsFile.load(
          SettingsReader.methodsFile(Configuration.properties(), Configuration.declared()),
          logger::warning);

  /** What the file maps. */
  public static FileMethods file() {
    return FILE;
  }

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

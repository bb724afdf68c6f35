package dev.pitwall.api;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is said wrongly: logged once for each kind, then forgiven. */
final class Misuse {

  private static final System.Logger LOGGER = System.getLogger("dev.pitwall.api");
  private static final String UNNAMED = "unnamed";
  private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

  private Misuse() {}

  /** Says what was wrong; the call has done nothing. */
  static void ignored(String what) {
    ignored(what, "The call is ignored");
  }

  /** Says what was wrong and what happens now. */
  static void ignored(String what, String now) {
    log("Pitwall: " + what + ". " + now + ". Further cases of this kind are not logged.");
  }

  /** The name, or a stand-in for none. */
  static String named(@Nullable String name, String of) {
    if (name == null || name.isBlank()) {
      log("Pitwall: the name is missing (" + of + "); it is called \"" + UNNAMED + "\".");
      return UNNAMED;
    }
    return name;
  }

  /** Logs again what was logged before; for tests. */
  static void forget() {
    KNOWN.clear();
  }

  private static void log(String line) {
    if (KNOWN.add(line)) {
      LOGGER.log(System.Logger.Level.WARNING, line);
    }
  }
}

package dev.pitwall.instrumentation;

import java.util.HashMap;
import java.util.Map;

/** Called by generated code: see {@code BridgeReferenceFilter} of the build tools for why. */
public final class BridgeReferences {

  private static final String BRIDGE_PACKAGE = "dev.pitwall.bridge.";

  private BridgeReferences() {}

  /**
   * The references without those to the bridge, which is on the bootstrap loader whatever the
   * application brings.
   */
  public static <T> Map<String, T> remove(Map<String, T> references) {
    Map<String, T> kept = new HashMap<>(references);
    kept.keySet().removeIf(name -> name.startsWith(BRIDGE_PACKAGE));
    return kept;
  }
}

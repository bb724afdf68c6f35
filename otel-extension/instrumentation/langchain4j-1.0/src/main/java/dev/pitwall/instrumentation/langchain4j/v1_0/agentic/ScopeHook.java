package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import dev.pitwall.bridge.Bridge;
import org.jspecify.annotations.Nullable;

/** Reports what is written to the shared state as an artifact. */
public final class ScopeHook {

  private ScopeHook() {}

  public static void written(String key, @Nullable Object value) {
    if (value != null) {
      Bridge.observer().writeArtifact(key, value);
    }
  }
}

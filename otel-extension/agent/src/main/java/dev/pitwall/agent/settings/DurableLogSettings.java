package dev.pitwall.agent.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where events that must not be lost are kept.
 *
 * @param file the file, or null for none
 * @param maxBytes when it is full and a new one is begun
 * @param maxFiles how many full ones are kept
 */
public record DurableLogSettings(@Nullable Path file, long maxBytes, int maxFiles) {

  /** None. */
  public static final DurableLogSettings NONE = new DurableLogSettings(null, 10 << 20, 5);
}

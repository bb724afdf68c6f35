package dev.pitwall.agent.observe;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for content where only equality matters: a keyed hash, so that nobody who reads
 * telemetry can try out what the content was. Values are equal if their content is, see {@link
 * ContentText}; no code of the application is run to know it.
 */
public final class ContentHash {

  private static final int KEPT_BYTES = 8;

  private final KeyedDigest digest;

  /** With the operator's key, or with one of its own if that is null or empty. */
  public ContentHash(@Nullable String key) {
    digest =
        new KeyedDigest(
            key == null || key.isEmpty() ? randomKey() : key.getBytes(StandardCharsets.UTF_8));
  }

  /** The hash of a value, or null of null. */
  @Nullable String of(@Nullable Object value) {
    return value == null ? null : hash(ContentText.of(value));
  }

  /**
   * The hash of what something is called with, a value or an array of values, or null if equality
   * of its hash would not be that of the calls: nothing at all may be anything that is looked up,
   * and what cannot be read as a whole may differ where it was not read.
   */
  @Nullable String ofInput(@Nullable Object input) {
    Object[] values = input instanceof Object[] several ? several : new Object[] {input};
    StringBuilder all = new StringBuilder();
    boolean any = false;
    for (Object value : values) {
      String text = value == null ? "" : ContentText.ofWhole(value);
      if (text == null) {
        return null;
      }
      any |= value != null;
      all.append(value == null).append(text.length()).append(text);
    }
    return any ? hash(all.toString()) : null;
  }

  private static byte[] randomKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return key;
  }

  private String hash(String text) {
    byte[] hash = digest.of(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, KEPT_BYTES);
  }
}

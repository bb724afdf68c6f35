package dev.pitwall.agent.observe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for content where only equality matters: a keyed hash, so that nobody who reads
 * telemetry can try out what the content was. Values of simple types are equal if their texts are;
 * of any other object only the same object is, because asking it would run the application's code.
 */
public final class ContentHash {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEPT_BYTES = 8;
  // Enough to tell texts apart, and a bound on what a hook costs; the length is part of the hash.
  private static final int MAX_CHARS = 64 * 1024;

  private final Mac prototype;

  /** With the operator's key, or with one of its own if that is null or empty. */
  public ContentHash(@Nullable String key) {
    byte[] secret;
    if (key == null || key.isEmpty()) {
      secret = new byte[32];
      new SecureRandom().nextBytes(secret);
    } else {
      secret = key.getBytes(StandardCharsets.UTF_8);
    }
    try {
      prototype = Mac.getInstance(ALGORITHM);
      prototype.init(new SecretKeySpec(secret, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** The hash of a value, or null of null. */
  @Nullable String of(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof String text) {
      return hash(text);
    }
    if (value instanceof Number || value instanceof Boolean || value instanceof Enum<?>) {
      return hash(value.getClass().getName() + ":" + value);
    }
    return hash(value.getClass().getName() + "@" + System.identityHashCode(value));
  }

  /**
   * The hash of what something is called with, a value or an array of values, or null if equality
   * of its hash would not be that of the calls: nothing at all may be anything that is looked up,
   * and an object that is the same may have changed.
   */
  @Nullable String ofInput(@Nullable Object input) {
    Object[] values = input instanceof Object[] several ? several : new Object[] {input};
    StringBuilder all = new StringBuilder();
    boolean any = false;
    for (Object value : values) {
      if (value != null && !isSimple(value)) {
        return null;
      }
      any |= value != null;
      all.append(of(value)).append(' ');
    }
    return any ? hash(all.toString()) : null;
  }

  private static boolean isSimple(Object value) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Enum<?>;
  }

  private String hash(String text) {
    String bounded =
        text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + text.length();
    try {
      byte[] digest = ((Mac) prototype.clone()).doFinal(bounded.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, KEPT_BYTES);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(ALGORITHM + " of this Java platform cannot be copied", e);
    }
  }
}

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
 * telemetry can try out what the content was. Values are equal if their content is, see {@link
 * ContentText}; no code of the application is run to know it.
 */
public final class ContentHash {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEPT_BYTES = 8;

  private final byte[] secret;
  // Java's cryptography takes long to come up; a service that starts is not kept waiting.
  private volatile @Nullable Mac prototype;

  /** With the operator's key, or with one of its own if that is null or empty. */
  public ContentHash(@Nullable String key) {
    if (key == null || key.isEmpty()) {
      secret = new byte[32];
      new SecureRandom().nextBytes(secret);
    } else {
      secret = key.getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * Loads what the first hash needs, so that it need not wait. May be called at any time, or not.
   */
  public void prepare() {
    prototype();
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

  private String hash(String text) {
    try {
      byte[] digest = ((Mac) prototype().clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, KEPT_BYTES);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(ALGORITHM + " of this Java platform cannot be copied", e);
    }
  }

  // Made twice by two threads, they are the same.
  private Mac prototype() {
    Mac made = prototype;
    if (made == null) {
      made = keyed();
      prototype = made;
    }
    return made;
  }

  private Mac keyed() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}

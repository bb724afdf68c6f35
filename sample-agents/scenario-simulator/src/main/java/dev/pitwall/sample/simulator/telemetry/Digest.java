package dev.pitwall.sample.simulator.telemetry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A stand-in for the extension's keyed hash: all that counts is that equal texts are equal. */
public final class Digest {

  private static final int BYTES = 8;

  private Digest() {}

  /** The digest of a text, or null of null. */
  public static @Nullable String of(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

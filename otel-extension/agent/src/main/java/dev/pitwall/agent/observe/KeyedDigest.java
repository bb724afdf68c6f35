package dev.pitwall.agent.observe;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/*
 * HMAC with SHA-256, of RFC 2104: H(key xor opad, H(key xor ipad, text)), the key filled up to a block of the hash.
 *
 * javax.crypto says the same. But its first use fixes the crypto policy of the whole JVM and asks all security providers: some
 * 40 ms of a start, and a moment that belongs to the application, which may want to choose policy and providers first.
 */
/** A keyed hash of bytes. Safe for use by any thread. */
final class KeyedDigest {

  private static final String ALGORITHM = "SHA-256";
  private static final int BLOCK = 64;
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private final MessageDigest inner;
  private final MessageDigest outer;

  KeyedDigest(byte[] key) {
    try {
      MessageDigest plain = MessageDigest.getInstance(ALGORITHM);
      byte[] block = Arrays.copyOf(key.length > BLOCK ? plain.digest(key) : key, BLOCK);
      inner = begun(block, INNER);
      outer = begun(block, OUTER);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  byte[] of(byte[] text) {
    return copy(outer).digest(copy(inner).digest(text));
  }

  private static MessageDigest begun(byte[] block, byte pad) throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance(ALGORITHM);
    for (byte each : block) {
      digest.update((byte) (each ^ pad));
    }
    return digest;
  }

  private static MessageDigest copy(MessageDigest begun) {
    try {
      return (MessageDigest) begun.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(ALGORITHM + " of this Java platform cannot be copied", e);
    }
  }
}

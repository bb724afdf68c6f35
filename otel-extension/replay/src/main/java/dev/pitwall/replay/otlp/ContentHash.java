package dev.pitwall.replay.otlp;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands in for content, of which only equality matters: a hash with a key that nobody knows and
 * that ends with the process. Not safe for use by several threads.
 */
final class ContentHash {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEPT_BYTES = 8;

  private final Mac mac;
  private final byte[] digest = new byte[32];

  ContentHash() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** The hash of the value at which the parser is, as it is written; the parser is then past it. */
  String read(JsonParser json, byte[] line, int offset) throws IOException {
    int from = (int) json.currentTokenLocation().getByteOffset();
    if (json.currentToken().isStructStart()) {
      json.skipChildren();
    } else {
      json.finishToken();
    }
    int to = (int) json.currentLocation().getByteOffset();
    mac.update(line, offset + from, to - from);
    try {
      mac.doFinal(digest, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("32 bytes are enough for " + ALGORITHM, e);
    }
    return HexFormat.of().formatHex(digest, 0, KEPT_BYTES);
  }
}

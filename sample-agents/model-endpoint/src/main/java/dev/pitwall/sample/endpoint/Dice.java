package dev.pitwall.sample.endpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that is none: drawn from the seed and the conversation, so that it repeats. */
final class Dice {

  private final byte[] digest;
  private final SplittableRandom random;

  Dice(long seed, Conversation conversation) {
    this.digest = digest(seed, conversation);
    this.random = new SplittableRandom(ByteBuffer.wrap(digest).getLong());
  }

  /** Sixteen hexadecimal digits that name this conversation under this seed. */
  String id() {
    return HexFormat.of().formatHex(digest, 8, 16);
  }

  /** Evenly from 0 to {@code bound} - 1. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  String pick(List<String> choices) {
    return choices.get(below(choices.size()));
  }

  private static byte[] digest(long seed, Conversation conversation) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
      sha.update(conversation.toString().getBytes(StandardCharsets.UTF_8));
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package dev.pitwall.sample.endpoint;

import java.util.regex.Pattern;

/**
 * Counts tokens roughly as a byte-pair tokenizer would: four letters a token, signs on their own.
 */
final class Tokens {

  private static final Pattern PIECE =
      Pattern.compile("\\p{L}{1,4}|\\p{N}{1,3}|[^\\s\\p{L}\\p{N}]");
  private static final int PER_MESSAGE = 4;
  private static final int CACHE_BLOCK = 128;

  private Tokens() {}

  static int count(String text) {
    return (int) PIECE.matcher(text).results().count();
  }

  static int prompt(Conversation conversation) {
    return conversation.messages().stream()
        .mapToInt(message -> PER_MESSAGE + count(message.text()))
        .sum();
  }

  /**
   * The part of the prompt that an earlier turn of the same conversation has already sent, in whole
   * blocks of 128 tokens.
   */
  static int cached(Conversation conversation) {
    int earlier = 0;
    int soFar = 0;
    for (Conversation.Message message : conversation.messages()) {
      if (message.role().equals("assistant")) {
        earlier = soFar;
      }
      soFar += PER_MESSAGE + count(message.text());
    }
    return earlier / CACHE_BLOCK * CACHE_BLOCK;
  }
}

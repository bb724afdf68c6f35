package dev.pitwall.replay.otlp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what belongs to a word among characters, without making a text of them. Keys of attributes
 * are values in OTLP JSON, so that no parser remembers them.
 */
final class Words<V> {

  private final String[] words;
  private final Object[] values;
  private final int mask;

  Words(Map<String, V> all) {
    int size = Integer.highestOneBit(Math.max(4, all.size())) * 4;
    words = new String[size];
    values = new Object[size];
    mask = size - 1;
    all.forEach(this::put);
  }

  private void put(String word, V value) {
    char[] chars = word.toCharArray();
    int slot = hash(chars, 0, chars.length) & mask;
    while (words[slot] != null) {
      slot = (slot + 1) & mask;
    }
    words[slot] = word;
    values[slot] = value;
  }

  @SuppressWarnings("unchecked") // put() puts nothing else in
  @Nullable V find(char[] chars, int offset, int length) {
    int slot = hash(chars, offset, length) & mask;
    while (true) {
      String word = words[slot];
      if (word == null) {
        return null;
      }
      if (isEqual(word, chars, offset, length)) {
        return (V) values[slot];
      }
      slot = (slot + 1) & mask;
    }
  }

  static boolean isEqual(String word, char[] chars, int offset, int length) {
    if (word.length() != length) {
      return false;
    }
    for (int i = length - 1; i >= 0; i--) {
      if (word.charAt(i) != chars[offset + i]) {
        return false;
      }
    }
    return true;
  }

  static int hash(char[] chars, int offset, int length) {
    int hash = length;
    for (int i = offset; i < offset + length; i++) {
      hash = hash * 31 + chars[i];
    }
    return hash ^ (hash >>> 15);
  }
}

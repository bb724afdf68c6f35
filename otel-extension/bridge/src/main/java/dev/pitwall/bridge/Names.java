package dev.pitwall.bridge;

import org.jspecify.annotations.Nullable;

/**
 * Names as hooks find them, made fit to be carried. Frameworks take names from annotations, from
 * configuration and, at worst, from a model's answer, so a name can be anything: it is cut to
 * {@value #MAX_LENGTH} characters, and what is no part of a line of text becomes U+FFFD.
 */
public final class Names {

  static final int MAX_LENGTH = 128;

  private static final char REPLACEMENT = '\uFFFD';

  private Names() {}

  /** The name itself where nothing is wrong with it, as with nearly all. */
  public static String of(String name) {
    if (name.length() > MAX_LENGTH) {
      return of(name.substring(0, MAX_LENGTH));
    }
    for (int i = 0; i < name.length(); i++) {
      if (!isText(name, i)) {
        return replaced(name);
      }
    }
    return name;
  }

  /** As {@link #of}, and null of null. */
  public static @Nullable String ofNullable(@Nullable String name) {
    return name == null ? null : of(name);
  }

  private static String replaced(String name) {
    char[] chars = name.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (!isText(name, i)) {
        chars[i] = REPLACEMENT;
      }
    }
    return new String(chars);
  }

  // Control characters break lines and some parsers of exposition formats; half of a surrogate pair
  // has no encoding.
  private static boolean isText(String name, int i) {
    char c = name.charAt(i);
    if (c < Character.MIN_SURROGATE) {
      return !Character.isISOControl(c) && c != '\u2028' && c != '\u2029';
    }
    if (Character.isHighSurrogate(c)) {
      return i + 1 < name.length() && Character.isLowSurrogate(name.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(name.charAt(i - 1));
    }
    return c < '\uFFFE';
  }
}

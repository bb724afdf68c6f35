package dev.pitwall.agent.settings;

import java.util.Locale;

/**
 * How one key is written in different places. The agent takes {@code -} and {@code .} for the same
 * in properties and has only {@code _} in variables, so keys are compared without the difference.
 */
final class Spelling {

  private Spelling() {}

  /** What all spellings of a key have in common. */
  static String common(String key) {
    return key.toLowerCase(Locale.ROOT).replace('_', '.').replace('-', '.');
  }

  static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The path of names in a declarative file. */
  static String path(String key) {
    return key.replace('-', '_');
  }
}

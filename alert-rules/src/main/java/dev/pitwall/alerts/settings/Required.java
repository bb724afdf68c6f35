package dev.pitwall.alerts.settings;

import org.jspecify.annotations.Nullable;

/** Says which key an entry of a list lacks. */
final class Required {

  private Required() {}

  static <T> T key(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("the key " + name + " is missing");
    }
    return value;
  }
}

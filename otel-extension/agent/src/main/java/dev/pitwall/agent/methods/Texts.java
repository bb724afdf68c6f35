package dev.pitwall.agent.methods;

import dev.pitwall.bridge.Names;
import java.time.temporal.TemporalAccessor;
import java.util.UUID;

/** Values of the application as short texts. */
final class Texts {

  private static final int MAX_LENGTH = 128;

  private Texts() {}

  /**
   * The text of a value that is one by nature. Of any other object the application's own {@code
   * toString} would decide what leaves the process and what it costs, so it is not asked.
   *
   * @throws IllegalArgumentException if it is none
   */
  static String of(Object value) {
    if (value instanceof CharSequence text) {
      return Names.of(text.subSequence(0, Math.min(MAX_LENGTH, text.length())).toString());
    }
    if (value instanceof Number
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof UUID
        || (value instanceof TemporalAccessor && isOfTheJdk(value))) {
      return Names.of(value.toString());
    }
    if (value instanceof Enum<?> constant) {
      return Names.of(constant.name());
    }
    throw new IllegalArgumentException(
        "a %s is no text; name a property of it".formatted(value.getClass().getName()));
  }

  private static boolean isOfTheJdk(Object value) {
    return value.getClass().getName().startsWith("java.time.");
  }
}

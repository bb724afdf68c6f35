package dev.pitwall.agent.methods;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text in which expressions stand: {@code desk-${args[0].kind}}. One that is nothing but an
 * expression has its value, whatever that is; any other is a text. Immutable.
 */
final class Template {

  private static final String BEGIN = "${";

  private final List<Object> parts;

  private Template(List<Object> parts) {
    this.parts = parts;
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException if an expression in it is none; the message tells why
   */
  static Template parse(String text) {
    List<Object> parts = new ArrayList<>();
    int at = 0;
    for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, at)) {
      int end = text.indexOf('}', begin);
      if (end < 0) {
        throw new IllegalArgumentException("\"" + text.substring(begin) + "\" has no closing }");
      }
      if (begin > at) {
        parts.add(text.substring(at, begin));
      }
      parts.add(Expression.parse(text.substring(begin + BEGIN.length(), end)));
      at = end + 1;
    }
    if (at < text.length()) {
      parts.add(text.substring(at));
    }
    return new Template(List.copyOf(parts));
  }

  /** Whether it can only be known when the method has returned. */
  boolean needsResult() {
    return parts.stream().anyMatch(part -> part instanceof Expression e && e.needsResult());
  }

  /** The text of a template without expressions, otherwise null. */
  @Nullable String literal() {
    return parts.isEmpty() ? "" : parts.size() == 1 && parts.get(0) instanceof String s ? s : null;
  }

  /**
   * The value for a call; null if any expression in it has none.
   *
   * @throws RuntimeException if an expression fails
   */
  @Nullable Object of(Call call) {
    if (parts.size() == 1) {
      return value(parts.get(0), call);
    }
    StringBuilder text = new StringBuilder();
    for (Object part : parts) {
      Object value = value(part, call);
      if (value == null) {
        return null;
      }
      text.append(Texts.of(value));
    }
    return text.toString();
  }

  private static @Nullable Object value(Object part, Call call) {
    return part instanceof Expression expression ? expression.of(call) : part;
  }
}

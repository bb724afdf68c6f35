package dev.pitwall.sample.desk;

import dev.pitwall.sample.desk.newsroom.Fault;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads environment variables and says what is wrong with them. */
record Variables(Map<String, String> environment) {

  String text(String name, String otherwise) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }

  String required(String name, String meaning) {
    String value = text(name, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("%s is not set: %s".formatted(name, meaning));
    }
    return value;
  }

  @Nullable URI address(String name) {
    String value = text(name, "");
    if (value.isEmpty()) {
      return null;
    }
    if (!value.matches("https?://\\S+")) {
      throw wrong(name, value, "an http or https address");
    }
    return URI.create(value);
  }

  int number(String name, int otherwise, int min, int max) {
    String value = text(name, Integer.toString(otherwise));
    if (value.matches("\\d{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    }
    throw wrong(name, value, "a whole number from %d to %d".formatted(min, max));
  }

  /** Whether the variable says {@code wanted} rather than {@code other}. */
  boolean says(String name, String wanted, String other, String byDefault) {
    String value = text(name, byDefault);
    if (!value.equals(wanted) && !value.equals(other)) {
      throw wrong(name, value, "'%s' or '%s'".formatted(wanted, other));
    }
    return value.equals(wanted);
  }

  Fault fault(String name) {
    try {
      return Fault.of(text(name, Fault.NONE.key()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private static IllegalArgumentException wrong(String name, String value, String allowed) {
    return new IllegalArgumentException("%s is '%s', allowed: %s".formatted(name, value, allowed));
  }
}

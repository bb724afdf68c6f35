package dev.pitwall.instrumentation.api;

import dev.pitwall.bridge.Names;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a statement as they come over the wire, bounded. An older API gives fewer of
 * them than a newer hook asks for; what is not given is null or 0.
 */
final class Given {

  private static final int MAX_NAMES = 256;

  private final @Nullable Object[] arguments;

  Given(@Nullable Object[] arguments) {
    this.arguments = arguments;
  }

  static List<String> names(List<String> names) {
    return names.stream().limit(MAX_NAMES).map(Names::of).toList();
  }

  static <T> List<T> first(List<T> values) {
    return values.subList(0, Math.min(MAX_NAMES, values.size()));
  }

  @Nullable Object object(int i) {
    return i < arguments.length ? arguments[i] : null;
  }

  @Nullable String text(int i) {
    return Names.ofNullable((String) object(i));
  }

  String name(int i) {
    return Objects.requireNonNull(text(i));
  }

  boolean flag(int i) {
    return object(i) instanceof Boolean flag && flag;
  }

  double number(int i) {
    return object(i) instanceof Number number ? number.doubleValue() : 0;
  }

  long whole(int i) {
    return object(i) instanceof Number number ? number.longValue() : 0;
  }

  List<String> names(int i) {
    return object(i) instanceof List<?> list
        ? list.stream().limit(MAX_NAMES).map(each -> Names.of(String.valueOf(each))).toList()
        : List.of();
  }
}

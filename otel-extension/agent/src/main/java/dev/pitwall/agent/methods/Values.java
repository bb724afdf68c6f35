package dev.pitwall.agent.methods;

import java.lang.reflect.Array;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says of one call. A value that cannot be had is told to {@code failures} and is
 * absent; nothing is thrown.
 */
final class Values {

  private static final int MAX_ELEMENTS = 256;

  private final Entry entry;
  private final Call call;
  private final Failures failures;

  Values(Entry entry, Call call, Failures failures) {
    this.entry = entry;
    this.call = call;
    this.failures = failures;
  }

  /** Hears of values that could not be had. */
  interface Failures {
    void failed(Entry entry, MappingKey key, RuntimeException why);
  }

  @Nullable String text(MappingKey key) {
    return read(key, Texts::of);
  }

  String text(MappingKey key, String otherwise) {
    String text = text(key);
    return text == null || text.isBlank() ? otherwise : text;
  }

  /** One of the few values that a key can have; the first without one. */
  String choice(MappingKey key) {
    return text(key, key.allowed().get(0));
  }

  @Nullable Object object(MappingKey key) {
    return read(key, value -> value);
  }

  @Nullable Boolean flag(MappingKey key) {
    return read(key, Values::flag);
  }

  @Nullable Double number(MappingKey key) {
    return read(key, Values::number);
  }

  /** Epoch milliseconds, or 0. */
  long time(MappingKey key) {
    Long time = read(key, Values::time);
    return time == null ? 0 : time;
  }

  List<String> texts(MappingKey key) {
    List<String> texts = read(key, Values::texts);
    return texts == null ? List.of() : texts;
  }

  private <T> @Nullable T read(MappingKey key, Function<Object, @Nullable T> convert) {
    Template template = entry.values().get(key);
    if (template == null) {
      return null;
    }
    try {
      Object value = template.of(call);
      return value == null ? null : convert.apply(value);
    } catch (RuntimeException e) {
      failures.failed(entry, key, e);
      return null;
    }
  }

  static @Nullable Boolean flag(Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw new IllegalArgumentException("a " + value.getClass().getName() + " is not true or false");
  }

  private static Double number(Object value) {
    try {
      return value instanceof Number number
          ? number.doubleValue()
          : Double.valueOf(Texts.of(value));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a text that is no number", e);
    }
  }

  @SuppressWarnings("JavaUtilDate") // applications have them
  private static Long time(Object value) {
    if (value instanceof Instant instant) {
      return instant.toEpochMilli();
    }
    if (value instanceof ZonedDateTime time) {
      return time.toInstant().toEpochMilli();
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant().toEpochMilli();
    }
    if (value instanceof Date date) {
      return date.getTime();
    }
    if (value instanceof Number millis) {
      return millis.longValue();
    }
    throw new IllegalArgumentException(
        "a %s is no point in time: neither Instant, Date nor epoch milliseconds"
            .formatted(value.getClass().getName()));
  }

  private static List<String> texts(Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof Collection<?> all) {
      for (Object each : all) {
        if (texts.size() == MAX_ELEMENTS) {
          break;
        }
        add(each, texts);
      }
    } else if (value.getClass().isArray()) {
      for (int i = 0; i < Math.min(MAX_ELEMENTS, Array.getLength(value)); i++) {
        add(Array.get(value, i), texts);
      }
    } else {
      add(value, texts);
    }
    return texts;
  }

  private static void add(@Nullable Object value, List<String> texts) {
    if (value != null) {
      texts.add(Texts.of(value));
    }
  }
}

package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A duration as Prometheus writes it, for example {@code 1h30m}; ordered by length. */
public record PromDuration(@JsonValue String text) implements Comparable<PromDuration> {

  private static final Pattern FORM =
      Pattern.compile("(?=.)(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?(\\d+ms)?");
  private static final Pattern PART = Pattern.compile("(\\d+)(ms|[dhms])");
  private static final Map<String, Long> MILLIS =
      Map.of("d", 86_400_000L, "h", 3_600_000L, "m", 60_000L, "s", 1_000L, "ms", 1L);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PromDuration {
    if (!isOne(text)) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a duration; allowed: 90s, 5m, 1h30m, 1d");
    }
  }

  /** Whether a text is a duration. */
  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /** As a plain number, for comparisons in expressions. */
  public String seconds() {
    return BigDecimal.valueOf(millis(), 3).stripTrailingZeros().toPlainString();
  }

  /** Whether it is so many times another, to the millisecond. */
  boolean isMultipleOf(PromDuration other) {
    return millis() % other.millis() == 0;
  }

  @Override
  public int compareTo(PromDuration other) {
    return Long.compare(millis(), other.millis());
  }

  private long millis() {
    return PART.matcher(text).results().mapToLong(PromDuration::millis).sum();
  }

  private static long millis(MatchResult part) {
    return Long.parseLong(part.group(1)) * MILLIS.getOrDefault(part.group(2), 0L);
  }
}

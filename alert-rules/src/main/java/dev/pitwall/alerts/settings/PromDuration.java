package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A duration as Prometheus writes it, for example {@code 1h30m}. */
public record PromDuration(@JsonValue String text) {

  private static final Pattern FORM =
      Pattern.compile("(?=.)(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?(\\d+ms)?");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PromDuration {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a duration; allowed: 90s, 5m, 1h30m, 1d");
    }
  }
}

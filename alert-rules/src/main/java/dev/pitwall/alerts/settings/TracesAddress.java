package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The address of a run's traces, with {@code {run}} where its id belongs; empty for no link. */
public record TracesAddress(@JsonValue String text) {

  private static final Pattern FORM = Pattern.compile("|https?://[^\\s'\"{}]*\\{run}[^\\s'\"{}]*");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TracesAddress {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not an address of traces; allowed: empty, or http(s)://… with {run} once");
    }
  }
}

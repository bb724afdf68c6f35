package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One line that needs no quoting: a name, a channel, the path of a file. */
public record PlainText(@JsonValue String text) {

  private static final Pattern FORM =
      Pattern.compile("[^\\s'\"\\\\{}<>%](?:[^'\"\\\\{}<>%\\v]*[^\\s'\"\\\\{}<>%])?");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PlainText {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not usable; allowed: one line without quotes, braces, angle brackets, percent signs and backslashes");
    }
  }
}

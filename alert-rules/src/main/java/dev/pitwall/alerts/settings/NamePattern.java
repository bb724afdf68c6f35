package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression that whole names must match. */
public record NamePattern(@JsonValue String text) {

  private static final Pattern FORM = Pattern.compile("[^\"\\\\\\v<>%]+");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public NamePattern {
    if (!FORM.matcher(text).matches() || !isExpression(text)) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not a pattern of names; allowed: a regular expression without quotes, backslashes, angle brackets and percent signs, for example .+ or desk.*");
    }
  }

  private static boolean isExpression(String text) {
    try {
      Pattern.compile(text);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}

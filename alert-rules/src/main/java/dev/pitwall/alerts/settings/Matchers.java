package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Label matchers, separated by commas; may be empty. */
public record Matchers(@JsonValue String text) {

  private static final String MATCHER = "[a-zA-Z_]\\w*(=|!=|=~|!~)\"[^\"\\\\\\v<>%]*\"";
  private static final Pattern FORM = Pattern.compile("|" + MATCHER + "(, *" + MATCHER + ")*");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Matchers {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not a list of label matchers; allowed: name=\"value\", with =, !=, =~ or !~, separated by commas");
    }
  }
}

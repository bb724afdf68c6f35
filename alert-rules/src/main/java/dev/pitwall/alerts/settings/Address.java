package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** An http or https address without a slash at its end. */
public record Address(@JsonValue String text) {

  private static final Pattern FORM =
      Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~%+@=:,-]+)*");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Address {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not an address; allowed: http:// or https://, host, path, no slash at the end");
    }
  }
}

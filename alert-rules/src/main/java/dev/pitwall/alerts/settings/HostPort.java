package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A host and a port. */
public record HostPort(@JsonValue String text) {

  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+]):\\d{1,5}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public HostPort {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is not a target; allowed: host:port");
    }
  }
}

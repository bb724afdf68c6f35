package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A name of a Kubernetes object, or none. */
public record KubernetesName(@JsonValue String text) {

  private static final Pattern FORM = Pattern.compile("|[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public KubernetesName {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a name in Kubernetes; allowed: a-z, 0-9 and -, at most 63");
    }
  }
}

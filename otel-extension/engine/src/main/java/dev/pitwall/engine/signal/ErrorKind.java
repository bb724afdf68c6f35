package dev.pitwall.engine.signal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the type of an error says of its nature, in any framework or language. */
public enum ErrorKind {
  NONE,
  /** Refused for rate or quota. */
  RATE_LIMIT,
  /** The input is larger than the model's window. */
  CONTEXT_LENGTH,
  TIMEOUT,
  CANCELLED,
  OTHER;

  /** The kind of an {@code error.type}: a class name, a status code or a provider's own code. */
  public static ErrorKind of(@Nullable String errorType) {
    if (errorType == null) {
      return NONE;
    }
    String type = errorType.toLowerCase(Locale.ROOT).replaceAll("[_\\-. ]", "");
    if (type.equals("429")
        || type.contains("ratelimit")
        || type.contains("toomanyrequests")
        || type.contains("quota")
        || type.contains("throttl")
        || type.contains("resourceexhausted")) {
      return RATE_LIMIT;
    }
    if (type.contains("contextlength")
        || type.contains("contextwindow")
        || type.contains("toolong")) {
      return CONTEXT_LENGTH;
    }
    if (type.contains("timeout")
        || type.contains("timedout")
        || type.equals("408")
        || type.equals("504")) {
      return TIMEOUT;
    }
    return type.contains("cancel") || type.contains("interrupted") ? CANCELLED : OTHER;
  }
}

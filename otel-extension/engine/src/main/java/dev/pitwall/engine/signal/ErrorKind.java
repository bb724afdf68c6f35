package dev.pitwall.engine.signal;

import java.util.Locale;
import java.util.regex.Pattern;
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

  /** The type under which an input that is larger than the model's window is known here. */
  public static final String CONTEXT_LENGTH_TYPE = "context_length_exceeded";

  private static final int READ = 4096;

  // OpenAI and what copies it; Anthropic; Bedrock; Gemini.
  private static final Pattern TOO_LONG =
      Pattern.compile(
          "context_length_exceeded|maximum context length|exceeds? the (?:model's )?context window"
              + "|prompt is too long|input is too long for"
              + "|input token count.{0,40}exceeds the maximum",
          Pattern.CASE_INSENSITIVE);

  /**
   * Whether a provider's words say that an input was too long, for which clients have no type of
   * its own. Nothing else of the words is used.
   */
  public static boolean saysTooLong(@Nullable String message) {
    return message != null
        && TOO_LONG.matcher(message).region(0, Math.min(READ, message.length())).find();
  }

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

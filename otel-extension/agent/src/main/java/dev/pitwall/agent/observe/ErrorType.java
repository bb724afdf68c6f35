package dev.pitwall.agent.observe;

import dev.pitwall.bridge.Names;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an exception says of the nature of an error: its class. Clients have none for an input that
 * is larger than the model's window, so that is read from the provider's words and named as OpenAI
 * names it. Nothing else of a message is used or kept.
 */
final class ErrorType {

  static final String CONTEXT_LENGTH = "context_length_exceeded";

  private static final int DEPTH = 8;
  private static final int READ = 4096;

  // OpenAI and what copies it; Anthropic; Bedrock; Gemini.
  private static final Pattern TOO_LONG =
      Pattern.compile(
          "context_length_exceeded|maximum context length|exceeds? the (?:model's )?context window"
              + "|prompt is too long|input is too long for"
              + "|input token count.{0,40}exceeds the maximum",
          Pattern.CASE_INSENSITIVE);

  private ErrorType() {}

  static String of(Throwable error) {
    return isTooLong(error) ? CONTEXT_LENGTH : Names.of(unwrapped(error).getClass().getName());
  }

  private static boolean isTooLong(Throwable error) {
    Throwable cause = error;
    for (int i = 0; i < DEPTH && cause != null; i++) {
      if (says(cause.getMessage())) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean says(@Nullable String message) {
    return message != null
        && TOO_LONG.matcher(message).region(0, Math.min(READ, message.length())).find();
  }

  // What reflection and futures wrap around an exception says nothing about the error.
  private static Throwable unwrapped(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null
        && (cause instanceof InvocationTargetException
            || cause instanceof UndeclaredThrowableException
            || cause instanceof CompletionException
            || cause instanceof ExecutionException)) {
      cause = cause.getCause();
    }
    return cause;
  }
}

package dev.pitwall.agent.observe;

import dev.pitwall.bridge.Names;
import dev.pitwall.engine.signal.ErrorKind;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * What an exception says of the nature of an error: its class. Clients have none for an input that
 * is larger than the model's window, so that is read from the provider's words and named as OpenAI
 * names it. Nothing else of a message is used or kept.
 */
final class ErrorType {

  private static final int DEPTH = 8;

  private ErrorType() {}

  static String of(Throwable error) {
    return isTooLong(error)
        ? ErrorKind.CONTEXT_LENGTH_TYPE
        : Names.of(unwrapped(error).getClass().getName());
  }

  private static boolean isTooLong(Throwable error) {
    Throwable cause = error;
    for (int i = 0; i < DEPTH && cause != null; i++) {
      if (ErrorKind.saysTooLong(cause.getMessage())) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
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

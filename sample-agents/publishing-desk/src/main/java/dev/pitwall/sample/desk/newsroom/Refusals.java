package dev.pitwall.sample.desk.newsroom;

import dev.langchain4j.agentic.agent.ErrorContext;
import dev.langchain4j.agentic.agent.ErrorRecoveryResult;
import dev.langchain4j.exception.RateLimitException;
import java.time.Duration;

/** What is done when the model's provider refuses a call because there were too many. */
final class Refusals {

  private static final int PATIENCE = 6;
  private static final Duration BREATHER = Duration.ofSeconds(1);

  private Refusals() {}

  /** Asks again after a breather, and at last gives up. */
  static ErrorRecoveryResult askAgain(ErrorContext error) {
    int refusals = error.agenticScope().readState(State.REFUSALS, 0) + 1;
    error.agenticScope().writeState(State.REFUSALS, refusals);
    if (!isRefusal(error.exception()) || refusals > PATIENCE) {
      return ErrorRecoveryResult.throwException();
    }
    try {
      Thread.sleep(BREATHER.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ErrorRecoveryResult.throwException();
    }
    return ErrorRecoveryResult.retry();
  }

  private static boolean isRefusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RateLimitException) {
        return true;
      }
    }
    return false;
  }
}

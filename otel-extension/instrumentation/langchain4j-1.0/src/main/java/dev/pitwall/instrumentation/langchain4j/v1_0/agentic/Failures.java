package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import dev.langchain4j.agentic.agent.AgentInvocationException;
import dev.pitwall.bridge.Bridge;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong in members, and what follows from it. The framework asks the error handler on the
 * thread on which the member has failed, naming the exception but not the member.
 */
final class Failures {

  // Absent from versions that cannot suspend.
  private static final String SUSPENDED =
      "dev.langchain4j.agentic.scope.AgenticSystemSuspendedException";

  private static final ThreadLocal<@Nullable Failure> LAST = new ThreadLocal<>();

  private Failures() {}

  private record Failure(WeakReference<Throwable> thrown, String member) {}

  static void failed(Throwable thrown, String member) {
    LAST.set(new Failure(new WeakReference<>(thrown), member));
  }

  /** It was decided whether the member that threw this tries again. */
  static void decided(Throwable thrown, boolean again) {
    Failure last = LAST.get();
    LAST.remove();
    if (last != null && last.thrown.refersTo(thrown)) {
      Bridge.observer().recoverMember(last.member, again);
    }
  }

  static boolean isSuspension(@Nullable Throwable thrown) {
    return thrown != null && thrown.getClass().getName().equals(SUSPENDED);
  }

  /** What happened, without what the framework wraps around it. */
  static @Nullable Throwable cause(@Nullable Throwable thrown) {
    Throwable cause = thrown;
    while (cause instanceof AgentInvocationException
        || cause instanceof InvocationTargetException) {
      if (cause.getCause() == null) {
        return cause;
      }
      cause = cause.getCause();
    }
    return cause;
  }

  /** The same, but a time that has run out whatever the application makes of it. */
  static @Nullable Throwable ofApproval(@Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException) {
        return cause;
      }
    }
    return cause(thrown);
  }
}

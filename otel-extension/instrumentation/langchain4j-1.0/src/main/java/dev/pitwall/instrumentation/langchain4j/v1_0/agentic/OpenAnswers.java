package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import dev.langchain4j.agentic.internal.DelayedResponse;
import dev.langchain4j.agentic.scope.DefaultAgenticScope;
import dev.pitwall.bridge.Operation;
import java.lang.ref.WeakReference;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Members that have returned a promise of an answer: each is over when somebody gives it. The
 * framework may have stored the promise and read another copy of it meanwhile, which then stands
 * for the same answer by its id and its scope.
 */
final class OpenAnswers {

  private static final int MAX_OPEN = 1000;
  private static final Queue<Open> OPEN = new ConcurrentLinkedQueue<>();

  private OpenAnswers() {}

  private record Open(
      WeakReference<Object> promise, String id, Object scope, Operation<Object> member) {}

  /** The member is over when the promise is kept. */
  static void await(DelayedResponse<?> promise, Object scope, Operation<Object> member) {
    String id = idOf(promise);
    if (id == null) {
      member.end(null, null);
      return;
    }
    OPEN.add(new Open(new WeakReference<>(promise), id, scope, member));
    Open oldest = OPEN.size() > MAX_OPEN ? OPEN.poll() : null;
    if (oldest != null) {
      oldest.member.end(null, new CancellationException());
    }
    if (promise.isDone()) {
      end(open -> open.promise.refersTo(promise), answerOf(promise), null);
    }
  }

  /** The answer that a kept promise holds, if it is one. */
  static @Nullable Object answerOf(DelayedResponse<?> promise) {
    try {
      return promise.blockingGet();
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** Somebody is about to give the answer that this object promises. */
  static void keeping(DelayedResponse<?> promise, @Nullable Object answer) {
    if (!promise.isDone()) {
      end(open -> open.promise.refersTo(promise), answer, null);
    }
  }

  /** The same, of what may be a copy of the promise, in a scope. */
  static void keeping(DefaultAgenticScope scope, @Nullable Object value, @Nullable Object answer) {
    String id =
        value instanceof DelayedResponse<?> promise && !promise.isDone() ? idOf(promise) : null;
    if (id != null) {
      end(open -> open.id.equals(id) && Objects.equals(scope.memoryId(), open.scope), answer, null);
    }
  }

  /** Somebody is about to say that there will be no answer. */
  static void breaking(DelayedResponse<?> promise, Throwable error) {
    if (!promise.isDone()) {
      end(open -> open.promise.refersTo(promise), null, Failures.ofApproval(error));
    }
  }

  private static void end(
      Predicate<Open> which, @Nullable Object answer, @Nullable Throwable error) {
    for (Open open : OPEN.stream().filter(which).toList()) {
      if (OPEN.remove(open)) {
        open.member.end(answer, error);
      }
    }
  }

  /** The id of what a promise promises, if it is for others to keep. */
  // The class that has the id is another one from version to version.
  static @Nullable String idOf(DelayedResponse<?> promise) {
    try {
      return (String) promise.getClass().getMethod("responseId").invoke(promise);
    } catch (ReflectiveOperationException | ClassCastException e) {
      return null;
    }
  }
}

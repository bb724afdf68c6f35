package dev.pitwall.instrumentation.langchain4j.v1_0.service;

import dev.pitwall.bridge.Activation;
import dev.pitwall.bridge.Operation;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An AI service's invocation. One that streams goes on after its method has returned: it is over
 * when the handler of its last round has been called back, where a round is one answer of the model
 * and each round but the last begins the next one from inside its call-back.
 *
 * <p>Run by whoever learns that the application gave up on the stream.
 */
final class ServiceInvocation implements Runnable {

  private static final ThreadLocal<@Nullable ServiceInvocation> current = new ThreadLocal<>();

  private final Operation<Object> operation;
  private final AtomicInteger rounds = new AtomicInteger();
  private volatile boolean streaming;

  ServiceInvocation(Operation<Object> operation) {
    this.operation = operation;
  }

  /** The innermost invocation that the framework works for on this thread. */
  static @Nullable ServiceInvocation current() {
    return current.get();
  }

  /** From here on until the part is closed, the framework works for this invocation. */
  Part begin() {
    Part part = new Part(this, current.get(), Activation.none());
    current.set(this);
    return part;
  }

  /** As {@link #begin}, where the invocation's method has returned or runs on another thread. */
  Part resume() {
    Part part = new Part(this, current.get(), operation.activate());
    current.set(this);
    return part;
  }

  /** It answers by a stream that has been made and not begun. */
  void streams() {
    streaming = true;
  }

  boolean isStreaming() {
    return streaming;
  }

  void beginRound() {
    rounds.incrementAndGet();
  }

  /** Ends the invocation unless the round began another one. */
  void endRound(@Nullable Object result) {
    if (rounds.decrementAndGet() == 0) {
      operation.end(result, null);
    }
  }

  void fail(Throwable error) {
    operation.end(null, error);
  }

  @Override
  public void run() {
    fail(new CancellationException());
  }

  Operation<Object> operation() {
    return operation;
  }

  /** A stretch of work on one thread. */
  record Part(
      ServiceInvocation invocation, @Nullable ServiceInvocation before, Activation activation) {

    void close() {
      activation.close();
      if (before == null) {
        current.remove();
      } else {
        current.set(before);
      }
    }
  }
}

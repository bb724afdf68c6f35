package dev.pitwall.instrumentation.langchain4j.v1_0.chat;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.pitwall.bridge.Activation;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.ModelReply;
import dev.pitwall.bridge.Operation;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A model's call whose answer comes in chunks. It is over with the first of: the whole answer, an
 * error, the caller giving up. Safe for use by any thread.
 */
final class StreamedCall {

  private static final double NANOS_PER_SECOND = 1e9;

  private final Operation<ModelReply> operation;
  private final long startNanos = System.nanoTime();
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile @Nullable Double firstChunkSeconds;

  StreamedCall(Operation<ModelReply> operation) {
    this.operation = operation;
  }

  /** Something has arrived. */
  void arrived() {
    if (firstChunkSeconds == null) {
      firstChunkSeconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
    }
  }

  void complete(@Nullable ChatResponse response) {
    if (over.compareAndSet(false, true)) {
      ModelReply reply = null;
      try {
        reply = response == null ? null : ChatDescription.of(response, firstChunkSeconds);
      } catch (Throwable t) {
        Bridge.observer().suppress(ChatHook.LIBRARY, t);
      }
      operation.end(reply == null ? incomplete() : reply, null);
    }
  }

  void fail(Throwable error) {
    if (over.compareAndSet(false, true)) {
      operation.end(incomplete(), error);
    }
  }

  /** The caller does not want the rest; false if there is none. */
  boolean cancel() {
    if (!over.compareAndSet(false, true)) {
      return false;
    }
    operation.end(ModelReply.cancelled(firstChunkSeconds), null);
    return true;
  }

  private ModelReply incomplete() {
    return new ModelReply(null, null, null, null, firstChunkSeconds);
  }

  /** The method that began the call returns. */
  void detach() {
    operation.detach();
  }

  /** For what the model does. */
  Activation activate() {
    return operation.activate();
  }

  /** For what the caller does with what has arrived. */
  Activation activateCaller() {
    return operation.activateCaller();
  }
}

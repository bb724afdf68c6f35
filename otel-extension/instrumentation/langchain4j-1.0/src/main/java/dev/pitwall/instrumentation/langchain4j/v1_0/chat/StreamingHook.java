package dev.pitwall.instrumentation.langchain4j.v1_0.chat;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.pitwall.bridge.Attachments;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.ModelReply;
import dev.pitwall.bridge.Operation;
import java.util.concurrent.Flow.Publisher;
import org.jspecify.annotations.Nullable;

/** Reports a model's call whose answer comes in chunks, to a handler or by a publisher. */
public final class StreamingHook {

  static {
    Bridge.observer().applied(ChatHook.LIBRARY);
  }

  private StreamingHook() {}

  /**
   * Begins a call with a handler.
   *
   * @return what {@link #exit} needs, and the handler to go on with
   */
  public static Object[] enter(
      StreamingChatModel model,
      ChatRequest request,
      @Nullable StreamingChatResponseHandler handler) {
    StreamedCall call = handler == null ? null : begin(model, request);
    if (handler == null || call == null) {
      return new Object[] {null, handler};
    }
    try {
      return new Object[] {call, ObservedHandler.around(handler, call)};
    } catch (Throwable t) {
      call.fail(t);
      call.detach();
      Bridge.observer().suppress(ChatHook.LIBRARY, t);
      return new Object[] {null, handler};
    }
  }

  /** The method has returned; the answer comes to the handler. */
  public static void exit(Object @Nullable [] entered, @Nullable Throwable thrown) {
    if (entered != null && entered[0] instanceof StreamedCall call) {
      if (thrown != null) {
        call.fail(thrown);
      }
      call.detach();
    }
  }

  /** The publisher to go on with. */
  public static @Nullable Publisher<?> published(
      StreamingChatModel model, ChatRequest request, @Nullable Publisher<?> publisher) {
    return publisher == null ? null : new ObservedPublisher<>(publisher, model, request);
  }

  /** The application gave up on an answer. */
  public static void cancelled(Object handle) {
    if (Attachments.detach(handle) instanceof Runnable cancellation) {
      cancellation.run();
    }
  }

  /** A new call; null where it is part of one that is under way already. */
  static @Nullable StreamedCall begin(StreamingChatModel model, ChatRequest request) {
    try {
      Operation<ModelReply> operation =
          Bridge.observer().startModelCall(ChatDescription.of(model, request));
      return operation == Operation.<ModelReply>none() ? null : new StreamedCall(operation);
    } catch (Throwable t) {
      Bridge.observer().suppress(ChatHook.LIBRARY, t);
      return null;
    }
  }
}

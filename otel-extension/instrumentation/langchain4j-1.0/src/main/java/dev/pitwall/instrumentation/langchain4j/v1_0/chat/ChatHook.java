package dev.pitwall.instrumentation.langchain4j.v1_0.chat;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.ModelReply;
import dev.pitwall.bridge.Operation;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Reports a model's call whose answer comes in one piece, at once or later. */
public final class ChatHook {

  static final String LIBRARY = "langchain4j-chat";

  static {
    Bridge.observer().applied(LIBRARY);
  }

  private ChatHook() {}

  /** Begins a call; null where it is part of one that is under way already. */
  public static @Nullable Object enter(ChatModel model, ChatRequest request) {
    try {
      Operation<ModelReply> call =
          Bridge.observer().startModelCall(ChatDescription.of(model, request));
      return call == Operation.<ModelReply>none() ? null : call;
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }

  /** The answer is there. */
  @SuppressWarnings("unchecked")
  public static void exit(
      @Nullable Object call, @Nullable ChatResponse response, @Nullable Throwable thrown) {
    if (call != null) {
      end((Operation<ModelReply>) call, response, thrown);
    }
  }

  /** The answer will come; nothing is changed about how and when. */
  @SuppressWarnings("unchecked")
  public static void exitAsync(
      @Nullable Object entered,
      @Nullable CompletableFuture<ChatResponse> answer,
      @Nullable Throwable thrown) {
    if (entered == null) {
      return;
    }
    Operation<ModelReply> call = (Operation<ModelReply>) entered;
    if (answer == null) {
      call.end(null, thrown);
      return;
    }
    call.detach();
    // Whoever waits for this one waits for nobody: the application's future is the one it had.
    CompletableFuture<ChatResponse> unused =
        answer.whenComplete((response, error) -> end(call, response, error));
  }

  private static void end(
      Operation<ModelReply> call, @Nullable ChatResponse response, @Nullable Throwable error) {
    if (isCancelled(error)) {
      call.end(ModelReply.cancelled(null), null);
      return;
    }
    ModelReply reply = null;
    try {
      reply = response == null ? null : ChatDescription.of(response, null);
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
    }
    call.end(reply, error);
  }

  private static boolean isCancelled(@Nullable Throwable error) {
    return error instanceof CancellationException
        || (error instanceof CompletionException
            && error.getCause() instanceof CancellationException);
  }
}

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Streams that are given up, and handlers that override what they like: from 1.8 on. */
public final class CancelApp {

  interface Streamer {
    TokenStream answer(String question);
  }

  /** Says everything that can be said, until it is told to stop. */
  static final class Talkative implements StreamingChatModel {

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
      new Thread(() -> talk(request, handler)).start();
    }

    private static void talk(ChatRequest request, StreamingChatResponseHandler handler) {
      Handle handle = new Handle();
      handler.onPartialThinking(new PartialThinking("hm"), new PartialThinkingContext(handle));
      handler.onPartialToolCall(
          PartialToolCall.builder().index(0).id("1").name("t").partialArguments("{").build(),
          new PartialToolCallContext(handle));
      ChatResponse response = Models.answer(request);
      for (String text : response.aiMessage().text().split(" ")) {
        if (handle.isCancelled()) {
          handle.seen.countDown();
          return;
        }
        handler.onPartialResponse(new PartialResponse(text), new PartialResponseContext(handle));
      }
      handler.onCompleteResponse(response);
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
      return Models.parameters();
    }
  }

  static final class Handle implements StreamingHandle {
    private final CountDownLatch seen = new CountDownLatch(1);
    private volatile boolean cancelled;

    @Override
    public void cancel() {
      cancelled = true;
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }
  }

  /** Overrides what takes a context. */
  private static class Modern implements StreamingChatResponseHandler {
    final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    final CountDownLatch done = new CountDownLatch(1);

    @Override
    public void onPartialResponse(PartialResponse text, PartialResponseContext context) {
      heard.add("modern " + text.text());
    }

    @Override
    public void onPartialThinking(PartialThinking thinking, PartialThinkingContext context) {
      heard.add("thinking " + thinking.text());
    }

    @Override
    public void onPartialToolCall(PartialToolCall call, PartialToolCallContext context) {
      heard.add("tool call " + call.name());
    }

    @Override
    public void onCompleteToolCall(CompleteToolCall call) {
      heard.add("whole tool call");
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      heard.add("complete");
      done.countDown();
    }

    @Override
    public void onError(Throwable error) {
      heard.add(error.toString());
      done.countDown();
    }
  }

  /** Overrides what takes no context: the default methods call these. */
  private static final class Classic extends Modern {
    @Override
    public void onPartialResponse(PartialResponse text, PartialResponseContext context) {
      onPartialResponse(text.text());
    }

    @Override
    public void onPartialResponse(String text) {
      heard.add("classic " + text);
    }
  }

  private static final class Failing extends Modern {
    @Override
    public void onPartialResponse(PartialResponse text, PartialResponseContext context) {
      heard.add("throwing");
      throw new IllegalArgumentException("of the application");
    }
  }

  private static final class Impatient extends Modern {
    volatile StreamingHandle handle;

    @Override
    public void onPartialResponse(PartialResponse text, PartialResponseContext context) {
      super.onPartialResponse(text, context);
      handle = context.streamingHandle();
      handle.cancel();
      done.countDown();
    }
  }

  public static void main(String[] arguments) throws Exception {
    Talkative model = new Talkative();
    hear(model, new Modern());
    hear(model, new Classic());
    Impatient impatient = new Impatient();
    hear(model, impatient);
    // Once more, and after the end: nothing is cancelled twice.
    impatient.handle.cancel();
    serve(model);
    Failing failing = new Failing();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, error) -> {
          System.out.println("uncaught " + error);
          failing.done.countDown();
        });
    hear(model, failing);
    Modern equal = new Modern();
    System.out.println(equal.equals(equal));
    System.exit(0);
  }

  private static void hear(StreamingChatModel model, Modern handler) throws InterruptedException {
    model.chat("one two", handler);
    handler.done.await();
    System.out.println(handler.heard);
  }

  private static void serve(StreamingChatModel model) throws InterruptedException {
    Streamer streamer = AiServices.builder(Streamer.class).streamingChatModel(model).build();
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch done = new CountDownLatch(1);
    streamer
        .answer("one two")
        .onPartialResponseWithContext(
            (text, context) -> {
              heard.add(text.text());
              context.streamingHandle().cancel();
              done.countDown();
            })
        .onError(error -> heard.add(error.toString()))
        .start();
    done.await();
    System.out.println(heard);
  }
}

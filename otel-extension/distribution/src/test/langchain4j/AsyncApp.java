import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatModelStreamingEvent;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;

/** Answers by futures and publishers: core from 1.20 on. */
public final class AsyncApp {

  static final class Later implements ChatModel {
    final CompletableFuture<ChatResponse> never = new CompletableFuture<>();

    @Override
    public CompletableFuture<ChatResponse> doChatAsync(ChatRequest request) {
      if (request.messages().toString().contains("never")) {
        return never;
      }
      CompletableFuture<ChatResponse> answer = new CompletableFuture<>();
      new Thread(
              () -> {
                try {
                  answer.complete(Models.answer(request));
                } catch (RuntimeException e) {
                  answer.completeExceptionally(e);
                }
              })
          .start();
      return answer;
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
      return Models.parameters();
    }
  }

  /** Gives what it is asked for and no more. */
  static final class Publishing implements StreamingChatModel {

    @Override
    public Flow.Publisher<ChatModelStreamingEvent> doChat(ChatRequest request) {
      return subscriber -> {
        ChatResponse response = Models.answer(request);
        List<ChatModelStreamingEvent> events = new ArrayList<>();
        for (String text : response.aiMessage().text().split(" ")) {
          events.add(new PartialResponse(text));
        }
        events.add(new CompleteResponse(response));
        subscriber.onSubscribe(new Subscription(subscriber, events));
      };
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
      handler.onUnmappedRawEvent("raw");
      handler.onCompleteResponse(Models.answer(request));
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
      return Models.parameters();
    }
  }

  private static final class Subscription implements Flow.Subscription {
    private final Flow.Subscriber<? super ChatModelStreamingEvent> subscriber;
    private final List<ChatModelStreamingEvent> events;
    private int next;
    private boolean over;

    Subscription(
        Flow.Subscriber<? super ChatModelStreamingEvent> subscriber,
        List<ChatModelStreamingEvent> events) {
      this.subscriber = subscriber;
      this.events = events;
    }

    @Override
    public void request(long n) {
      System.out.println("asked for " + n);
      for (long i = 0; i < n && !over; i++) {
        if (next == events.size()) {
          over = true;
          subscriber.onComplete();
        } else {
          subscriber.onNext(events.get(next++));
        }
      }
    }

    @Override
    public void cancel() {
      System.out.println("cancelled");
      over = true;
    }
  }

  private static final class Reader implements Flow.Subscriber<ChatModelStreamingEvent> {
    private final int wanted;
    private Flow.Subscription subscription;
    private int read;

    Reader(int wanted) {
      this.wanted = wanted;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      subscription.request(1);
    }

    @Override
    public void onNext(ChatModelStreamingEvent event) {
      System.out.println("read " + event.getClass().getSimpleName());
      if (++read == wanted) {
        subscription.cancel();
      } else {
        subscription.request(1);
      }
    }

    @Override
    public void onError(Throwable error) {
      System.out.println(error);
    }

    @Override
    public void onComplete() {
      System.out.println("complete");
    }
  }

  public static void main(String[] arguments) throws Exception {
    futures();
    publishers();
    handler();
    System.exit(0);
  }

  private static void futures() throws Exception {
    Later model = new Later();
    System.out.println(model.chatAsync("hello").get());
    try {
      model.chatAsync(ChatRequest.builder().messages(UserMessage.from("fail")).build()).join();
    } catch (CompletionException e) {
      System.out.println(e.getCause());
    }
    CompletableFuture<ChatResponse> never = model.chatAsync(UserMessage.from("never"));
    System.out.println(never.cancel(true));
  }

  private static void publishers() {
    Publishing model = new Publishing();
    Flow.Publisher<ChatModelStreamingEvent> answer = model.chat(UserMessage.from("hello"));
    System.out.println("nobody listens");
    answer.subscribe(new Reader(Integer.MAX_VALUE));
    answer.subscribe(new Reader(1));
    model.chat(UserMessage.from("nobody ever listens"));
  }

  private static void handler() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    new Publishing()
        .chat(
            "hello",
            new StreamingChatResponseHandler() {
              @Override
              public void onUnmappedRawEvent(Object event) {
                System.out.println(event);
              }

              @Override
              public void onCompleteResponse(ChatResponse response) {
                System.out.println("complete");
                done.countDown();
              }

              @Override
              public void onError(Throwable error) {
                System.out.println(error);
              }
            });
    done.await();
  }
}

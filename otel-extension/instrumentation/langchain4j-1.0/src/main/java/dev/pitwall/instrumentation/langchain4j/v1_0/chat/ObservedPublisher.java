package dev.pitwall.instrumentation.langchain4j.v1_0.chat;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.pitwall.bridge.Activation;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.instrumentation.Property;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the publisher of a streamed answer: as lazy as it, asks for what its subscriber
 * asks for, and every subscription is a call of the model.
 */
final class ObservedPublisher<T> implements Publisher<T> {

  private static final Property RESPONSE = new Property("chatResponse");

  private final Publisher<T> publisher;
  private final StreamingChatModel model;
  private final ChatRequest request;

  ObservedPublisher(Publisher<T> publisher, StreamingChatModel model, ChatRequest request) {
    this.publisher = publisher;
    this.model = model;
    this.request = request;
  }

  @Override
  public void subscribe(@Nullable Subscriber<? super T> subscriber) {
    StreamedCall call = subscriber == null ? null : StreamingHook.begin(model, request);
    if (subscriber == null || call == null) {
      publisher.subscribe(subscriber);
      return;
    }
    try {
      publisher.subscribe(new Observed<>(subscriber, call));
    } catch (Throwable t) {
      call.fail(t);
      throw t;
    } finally {
      call.detach();
    }
  }

  private record Observed<T>(Subscriber<? super T> subscriber, StreamedCall call)
      implements Subscriber<T> {

    @Override
    public void onSubscribe(Subscription subscription) {
      try (Activation activation = call.activateCaller()) {
        subscriber.onSubscribe(new Cancellable(subscription, call));
      }
    }

    @Override
    public void onNext(T event) {
      observe(event);
      try (Activation activation = call.activateCaller()) {
        subscriber.onNext(event);
      }
    }

    private void observe(T event) {
      try {
        call.arrived();
        if (RESPONSE.of(event) instanceof ChatResponse response) {
          call.complete(response);
        }
      } catch (Throwable t) {
        Bridge.observer().suppress(ChatHook.LIBRARY, t);
      }
    }

    @Override
    public void onError(Throwable error) {
      call.fail(error);
      try (Activation activation = call.activateCaller()) {
        subscriber.onError(error);
      }
    }

    @Override
    public void onComplete() {
      call.complete(null);
      try (Activation activation = call.activateCaller()) {
        subscriber.onComplete();
      }
    }
  }

  private record Cancellable(Subscription subscription, StreamedCall call) implements Subscription {

    @Override
    public void request(long n) {
      try (Activation activation = call.activate()) {
        subscription.request(n);
      }
    }

    @Override
    public void cancel() {
      call.cancel();
      subscription.cancel();
    }
  }
}

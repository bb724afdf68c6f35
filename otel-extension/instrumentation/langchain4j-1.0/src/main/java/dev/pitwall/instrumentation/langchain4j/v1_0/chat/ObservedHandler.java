package dev.pitwall.instrumentation.langchain4j.v1_0.chat;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.pitwall.bridge.Activation;
import dev.pitwall.bridge.Attachments;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.instrumentation.Property;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the application's handler of a streamed answer and passes every call on.
 *
 * <p>A proxy, because the interface has grown with nearly every version: a class compiled against
 * one version would swallow the methods of a later one and could not be loaded with an earlier one.
 * The proxy has whatever methods the interface has, and each reaches the handler's own override, or
 * the default that the handler inherits.
 */
final class ObservedHandler implements InvocationHandler {

  private static final Property HANDLE = new Property("streamingHandle");

  private final StreamingChatResponseHandler handler;
  private final StreamedCall call;
  private volatile @Nullable Object handle;

  private ObservedHandler(StreamingChatResponseHandler handler, StreamedCall call) {
    this.handler = handler;
    this.call = call;
  }

  static StreamingChatResponseHandler around(
      StreamingChatResponseHandler handler, StreamedCall call) {
    return (StreamingChatResponseHandler)
        Proxy.newProxyInstance(
            StreamingChatResponseHandler.class.getClassLoader(),
            new Class<?>[] {StreamingChatResponseHandler.class},
            new ObservedHandler(handler, call));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return method.getName().equals("equals") && arguments != null && arguments[0] == proxy
          ? true
          : pass(method, arguments);
    }
    if (arguments != null) {
      try {
        observe(method.getName(), arguments);
      } catch (Throwable t) {
        Bridge.observer().suppress(ChatHook.LIBRARY, t);
      }
    }
    try (Activation activation = call.activateCaller()) {
      return pass(method, arguments);
    }
  }

  private @Nullable Object pass(Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(handler, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private void observe(String method, Object[] arguments) {
    if (method.equals("onError")) {
      call.fail((Throwable) arguments[0]);
      return;
    }
    call.arrived();
    if (method.equals("onCompleteResponse")) {
      call.complete((ChatResponse) arguments[0]);
    } else if (arguments.length == 2) {
      listenToCancellation(HANDLE.of(arguments[1]));
    }
  }

  private void listenToCancellation(@Nullable Object arrived) {
    if (arrived != null && arrived != handle) {
      handle = arrived;
      Attachments.attach(arrived, new Cancellation(call, new WeakReference<>(handler)));
    }
  }

  /** What is to be done when the caller gives up; what is attached to its handler is told too. */
  private record Cancellation(StreamedCall call, WeakReference<Object> handler)
      implements Runnable {

    @Override
    public void run() {
      Object told = handler.get();
      if (call.cancel() && told != null && Attachments.of(told) instanceof Runnable more) {
        more.run();
      }
    }
  }
}

package dev.pitwall.instrumentation.langchain4j.v1_0.service;

import dev.pitwall.bridge.Attachments;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.instrumentation.Property;
import dev.pitwall.instrumentation.langchain4j.v1_0.service.ServiceInvocation.Part;
import org.jspecify.annotations.Nullable;

/**
 * Follows a service's invocation from the stream that its method returned, through the rounds of
 * the model, on whatever threads those are called back, to its end.
 */
public final class TokenStreamHook {

  private static final Property MESSAGE = new Property("aiMessage");
  private static final Property TEXT = new Property("text");

  private TokenStreamHook() {}

  /** A stream was made; nothing happens until it is started, by whoever gets it. */
  public static void made(Object stream) {
    ServiceInvocation invocation = ServiceInvocation.current();
    if (invocation != null) {
      invocation.streams();
      Attachments.attach(stream, invocation);
    }
  }

  public static @Nullable Object start(Object stream) {
    return Attachments.detach(stream) instanceof ServiceInvocation invocation
        ? invocation.resume()
        : null;
  }

  public static void started(@Nullable Object entered, @Nullable Throwable thrown) {
    if (entered instanceof Part part) {
      part.close();
      if (thrown != null) {
        part.invocation().fail(thrown);
      }
    }
  }

  /** A round was begun, by the start of the stream or by the round before. */
  public static void round(Object handler) {
    ServiceInvocation invocation = ServiceInvocation.current();
    if (invocation != null) {
      invocation.beginRound();
      Attachments.attach(handler, invocation);
    }
  }

  public static @Nullable Object calledBack(Object handler) {
    return Attachments.of(handler) instanceof ServiceInvocation invocation
        ? invocation.resume()
        : null;
  }

  public static void returned(
      @Nullable Object entered,
      String method,
      @Nullable Object argument,
      @Nullable Throwable thrown) {
    if (!(entered instanceof Part part)) {
      return;
    }
    part.close();
    if (method.equals("onError") && argument instanceof Throwable error) {
      part.invocation().fail(error);
    } else if (method.equals("onCompleteResponse")) {
      if (thrown != null) {
        part.invocation().fail(thrown);
      } else {
        part.invocation().endRound(text(argument));
      }
    }
  }

  private static @Nullable Object text(@Nullable Object response) {
    try {
      return TEXT.of(MESSAGE.of(response));
    } catch (Throwable t) {
      Bridge.observer().suppress(AiServiceHook.LIBRARY, t);
      return null;
    }
  }
}

package dev.pitwall.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.bridge.Activation;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.ModelReply;
import dev.pitwall.bridge.ModelRequest;
import dev.pitwall.bridge.Observer;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.ToolRequest;
import dev.pitwall.bridge.ToolResult;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Operations that go on after their method has returned. */
class DetachedOperationTest {

  private static final ModelReply REPLY = new ModelReply("r1", "m1", "stop", 3, 4);

  @RegisterExtension
  static final OpenTelemetryExtension telemetry = OpenTelemetryExtension.create();

  @BeforeEach
  void start() {
    Observer unused = Watching.with(telemetry.getOpenTelemetry());
  }

  @Test
  void leavesItsThreadAndEndsOnAnother() throws InterruptedException {
    Operation<ModelReply> call = modelCall();
    call.detach();
    assertThat(Context.current()).isEqualTo(Context.root());
    assertThat(telemetry.getSpans()).isEmpty();

    onAnotherThread(() -> call.end(REPLY, null));

    assertThat(telemetry.getSpans()).extracting(SpanData::getName).containsExactly("chat m1");
  }

  @Test
  void isTheParentOfWhatCallBacksDo() throws InterruptedException {
    Operation<ModelReply> call = modelCall();
    call.detach();

    onAnotherThread(
        () -> {
          try (Activation activation = call.activate()) {
            Operation<ToolResult> tool =
                Bridge.observer().startToolCall(new ToolRequest("search", "1", "{}"));
            tool.end(new ToolResult("found", false), null);
          }
          assertThat(Span.current().getSpanContext().isValid()).isFalse();
        });
    call.end(REPLY, null);

    SpanData tool = telemetry.getSpans().get(0);
    SpanData chat = telemetry.getSpans().get(1);
    assertThat(tool.getParentSpanId()).isEqualTo(chat.getSpanId());
  }

  @Test
  void mayEndOnAnotherThreadBeforeItsMethodReturns() throws InterruptedException {
    Operation<ModelReply> call = modelCall();
    onAnotherThread(() -> call.end(REPLY, null));
    assertThat(Span.current().getSpanContext().isValid()).isTrue();

    call.detach();

    assertThat(Context.current()).isEqualTo(Context.root());
    assertThat(telemetry.getSpans()).hasSize(1);
  }

  @Test
  void mayEndInsideACallBackOnItsOwnThread() {
    Operation<ModelReply> call = modelCall();
    try (Activation activation = call.activate()) {
      call.end(REPLY, null);
    }
    call.detach();

    assertThat(Context.current()).isEqualTo(Context.root());
    assertThat(telemetry.getSpans()).hasSize(1);
  }

  @Test
  void endsOnce() {
    Operation<ModelReply> call = modelCall();
    call.end(REPLY, null);
    call.end(null, new IllegalStateException("late"));

    assertThat(telemetry.getSpans()).hasSize(1);
    assertThat(telemetry.getSpans().get(0).getStatus().getStatusCode().name()).isEqualTo("UNSET");
  }

  private static Operation<ModelReply> modelCall() {
    return Bridge.observer().startModelCall(new ModelRequest("openai", "m1", null, null));
  }

  private static void onAnotherThread(Runnable work) throws InterruptedException {
    Thread thread = new Thread(work);
    thread.start();
    thread.join();
  }
}

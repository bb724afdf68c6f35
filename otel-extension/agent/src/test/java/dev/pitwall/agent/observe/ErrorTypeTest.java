package dev.pitwall.agent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTypeTest {

  @Test
  void isTheClassWithoutWhatFuturesWrapAroundIt() {
    Exception error = new CompletionException(new ExecutionException(new IOException("gone")));
    assertThat(ErrorType.of(error)).isEqualTo("java.io.IOException");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"message\":\"no\",\"code\":\"context_length_exceeded\"}}",
        "This model's maximum context length is 8192 tokens. However, you requested 9000 tokens",
        "prompt is too long: 210000 tokens > 200000 maximum",
        "Input is too long for requested model.",
        "The input token count (1048577) exceeds the maximum number of tokens allowed (1048576).",
      })
  void saysThatAnInputIsTooLongInWhateverWordsAProviderSaysIt(String message) {
    Exception error = new IllegalStateException("agent failed", new IOException(message));
    assertThat(ErrorType.of(error)).isEqualTo("context_length_exceeded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"the title is too long", "maximum of 3 retries", "context missing", ""})
  void takesNoOtherMessageForIt(String message) {
    assertThat(ErrorType.of(new IOException(message))).isEqualTo("java.io.IOException");
  }

  @Test
  void doesNotReadOnForEverInLongMessagesAndCircles() {
    assertThat(ErrorType.of(new IOException("x".repeat(10_000) + "prompt is too long")))
        .isEqualTo("java.io.IOException");
    Exception inner = new IOException("inner");
    Exception outer = new IllegalStateException("outer", inner);
    inner.initCause(outer);
    assertThat(ErrorType.of(outer)).isEqualTo("java.lang.IllegalStateException");
  }
}

package dev.pitwall.conventions;

import static dev.pitwall.conventions.Metric.counter;
import static dev.pitwall.conventions.Metric.histogram;

import java.util.List;

/** Metrics of inference in the latest generation of the conventions' names. */
public final class InferenceMetrics {

  public static final Metric DURATION =
      histogram(
          "gen_ai.client.inference.duration",
          "s",
          Buckets.CLIENT_OPERATION,
          "How long a model call took.",
          GenAi.OPERATION,
          GenAi.PROVIDER,
          GenAi.REQUEST_MODEL,
          GenAi.RESPONSE_MODEL,
          GenAi.ERROR_TYPE);
  public static final Metric FIRST_CHUNK =
      histogram(
          "gen_ai.client.inference.time_to_first_chunk",
          "s",
          Buckets.CLIENT_OPERATION,
          "From the call to the first chunk of a streamed answer.",
          GenAi.OPERATION,
          GenAi.PROVIDER,
          GenAi.REQUEST_MODEL,
          GenAi.RESPONSE_MODEL);
  public static final Metric INPUT_TOKENS =
      tokens("input_tokens", "Tokens read, cached ones included.");
  public static final Metric OUTPUT_TOKENS =
      tokens("output_tokens", "Tokens written, reasoning included.");
  public static final Metric CACHE_READ_TOKENS =
      tokens("cache_read.input_tokens", "Tokens read from a cache, part of the input.");
  public static final Metric CACHE_WRITE_TOKENS =
      tokens("cache_write.input_tokens", "Tokens written to a cache, part of the input.");
  public static final Metric REASONING_TOKENS =
      tokens("reasoning.output_tokens", "Tokens spent on reasoning, part of the output.");
  public static final Metric INPUT_TOKENS_PER_CALL =
      perCall("input_tokens", "Tokens that one call read.");
  public static final Metric OUTPUT_TOKENS_PER_CALL =
      perCall("output_tokens", "Tokens that one call wrote.");

  private static final List<Metric> ALL =
      List.of(
          DURATION,
          FIRST_CHUNK,
          INPUT_TOKENS,
          OUTPUT_TOKENS,
          CACHE_READ_TOKENS,
          CACHE_WRITE_TOKENS,
          REASONING_TOKENS,
          INPUT_TOKENS_PER_CALL,
          OUTPUT_TOKENS_PER_CALL);

  private InferenceMetrics() {}

  static List<Metric> all() {
    return ALL;
  }

  private static Metric tokens(String kind, String description) {
    return counter(
        "gen_ai.client.inference.usage." + kind,
        "{token}",
        description,
        GenAi.OPERATION,
        GenAi.PROVIDER,
        GenAi.REQUEST_MODEL,
        GenAi.RESPONSE_MODEL,
        GenAi.TOKEN_MODALITY);
  }

  private static Metric perCall(String kind, String description) {
    return histogram(
        "gen_ai.client.inference.operation." + kind,
        "{token}",
        Buckets.TOKENS,
        description,
        GenAi.OPERATION,
        GenAi.PROVIDER,
        GenAi.REQUEST_MODEL,
        GenAi.RESPONSE_MODEL,
        GenAi.ERROR_TYPE);
  }
}

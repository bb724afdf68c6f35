package dev.pitwall.agent.telemetry;

import dev.pitwall.bridge.ModelReply.Usage;
import dev.pitwall.conventions.GenAiMetrics;
import dev.pitwall.conventions.InferenceMetrics;
import dev.pitwall.conventions.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Metrics of inference by their latest names. Other kinds of calls have no metrics of their own in
 * the conventions yet and keep the common duration.
 */
final class LatestModelCallMetrics implements ModelCallMetrics {

  private static final String INFERENCE = "chat";
  private static final String UNKNOWN = "unknown";

  // The conventions want a zero then, so that the series exists.
  private static final Usage NOTHING_REPORTED = new Usage(0, 0, null, null, null);

  private final Instruments instruments;

  LatestModelCallMetrics(Instruments instruments) {
    this.instruments = instruments;
  }

  @Override
  public void record(ModelCall call) {
    boolean inference = call.operation().equals(INFERENCE);
    instruments.record(
        inference ? InferenceMetrics.DURATION : GenAiMetrics.CLIENT_DURATION,
        call.seconds(),
        call.operation(),
        call.provider(),
        call.model(),
        call.answered(),
        call.error());
    if (!inference) {
      return;
    }
    if (call.firstChunkSeconds() != null) {
      instruments.record(
          InferenceMetrics.FIRST_CHUNK,
          call.firstChunkSeconds(),
          call.operation(),
          call.provider(),
          call.model(),
          call.answered());
    }
    Usage usage = call.usage() == null ? NOTHING_REPORTED : call.usage();
    count(call, InferenceMetrics.INPUT_TOKENS, usage.input());
    count(call, InferenceMetrics.OUTPUT_TOKENS, usage.output());
    count(call, InferenceMetrics.CACHE_READ_TOKENS, usage.cacheRead());
    count(call, InferenceMetrics.CACHE_WRITE_TOKENS, usage.cacheWrite());
    count(call, InferenceMetrics.REASONING_TOKENS, usage.reasoning());
    if (call.usage() != null) {
      perCall(call, InferenceMetrics.INPUT_TOKENS_PER_CALL, usage.input());
      perCall(call, InferenceMetrics.OUTPUT_TOKENS_PER_CALL, usage.output());
    }
  }

  private void count(ModelCall call, Metric metric, @Nullable Integer tokens) {
    if (tokens != null) {
      instruments.add(
          metric,
          tokens,
          call.operation(),
          call.provider(),
          call.model(),
          call.answered(),
          UNKNOWN);
    }
  }

  private void perCall(ModelCall call, Metric metric, @Nullable Integer tokens) {
    if (tokens != null) {
      instruments.record(
          metric,
          tokens,
          call.operation(),
          call.provider(),
          call.model(),
          call.answered(),
          call.error());
    }
  }
}

package dev.pitwall.agent.telemetry;

import dev.pitwall.bridge.ModelReply.Usage;
import dev.pitwall.conventions.GenAiMetrics;
import org.jspecify.annotations.Nullable;

/** One duration and one token metric for every kind of call: what the agent itself still emits. */
final class LegacyModelCallMetrics implements ModelCallMetrics {

  private final Instruments instruments;

  LegacyModelCallMetrics(Instruments instruments) {
    this.instruments = instruments;
  }

  @Override
  public void record(ModelCall call) {
    instruments.record(
        GenAiMetrics.CLIENT_DURATION,
        call.seconds(),
        call.operation(),
        call.provider(),
        call.model(),
        call.answered(),
        call.error());
    if (call.firstChunkSeconds() != null) {
      instruments.record(
          GenAiMetrics.CLIENT_FIRST_CHUNK,
          call.firstChunkSeconds(),
          call.operation(),
          call.provider(),
          call.model(),
          call.answered());
    }
    Usage usage = call.usage();
    if (usage != null) {
      tokens(call, "input", usage.input());
      tokens(call, "output", usage.output());
    }
  }

  private void tokens(ModelCall call, String type, @Nullable Integer tokens) {
    if (tokens != null) {
      instruments.record(
          GenAiMetrics.CLIENT_TOKENS,
          tokens,
          call.operation(),
          call.provider(),
          call.model(),
          call.answered(),
          type);
    }
  }
}

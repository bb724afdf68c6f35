package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Metrics;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.SignalHandler;
import dev.pitwall.engine.signal.Usage;
import org.jspecify.annotations.Nullable;

/** What models were used for. */
final class UsageCounters implements SignalHandler {

  private final Instruments instruments;
  private final String workflow;

  UsageCounters(Instruments instruments, String workflow) {
    this.instruments = instruments;
    this.workflow = workflow;
  }

  @Override
  public void on(ModelEnded call) {
    tokens(call.agent(), call.model(), call.usage());
  }

  /** A model told what a call has used. */
  void tokens(@Nullable String agent, @Nullable String model, Usage usage) {
    tokens(agent, model, "input", usage.input());
    tokens(agent, model, "output", usage.output());
    tokens(agent, model, "cache_read", usage.cacheRead());
    tokens(agent, model, "cache_write", usage.cacheWrite());
    tokens(agent, model, "reasoning", usage.reasoning());
  }

  private void tokens(
      @Nullable String agent, @Nullable String model, String type, @Nullable Integer tokens) {
    if (tokens != null) {
      instruments.add(Metrics.TOKENS_USED, tokens, workflow, agent, model, type);
    }
  }
}

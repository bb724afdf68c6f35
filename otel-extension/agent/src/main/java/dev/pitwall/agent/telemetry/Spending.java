package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Metrics;
import dev.pitwall.engine.signal.Usage;
import org.jspecify.annotations.Nullable;

/** What model calls cost, in money and in room. */
public final class Spending {

  private final Instruments instruments;
  private final ContextFill fill;

  public Spending(Instruments instruments, ContextFill fill) {
    this.instruments = instruments;
    this.fill = fill;
  }

  /**
   * A call has ended. One that did not tell its tokens is neither priced nor unpriced: it is
   * counted as such elsewhere.
   */
  public void add(
      @Nullable String workflow,
      @Nullable String agent,
      @Nullable String model,
      Usage usage,
      long at) {
    if (usage.cost() != null) {
      instruments.addAmount(Metrics.COST, usage.cost(), workflow, agent, model);
    } else if (usage.input() != null || usage.output() != null) {
      instruments.add(Metrics.UNPRICED_CALLS, 1, workflow, agent, model);
    }
    if (usage.input() != null && usage.contextWindow() != null) {
      fill.add(agent, model, (double) usage.input() / usage.contextWindow(), at);
    }
  }
}

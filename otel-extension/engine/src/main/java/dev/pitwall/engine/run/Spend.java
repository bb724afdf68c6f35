package dev.pitwall.engine.run;

import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.SignalHandler;

/** What a run has used up. */
public final class Spend implements SignalHandler {

  private long tokens;
  private double cost;
  private long calls;

  @Override
  public void on(ModelEnded call) {
    calls++;
    tokens += call.usage().tokens();
    cost += call.usage().cost() == null ? 0 : call.usage().cost();
  }

  public long tokens() {
    return tokens;
  }

  /** In the currency of the price list; calls without a price are not in it. */
  public double cost() {
    return cost;
  }

  /** Model calls. */
  public long calls() {
    return calls;
  }
}

package dev.pitwall.agent.observe;

import dev.pitwall.agent.pricing.PriceList;
import dev.pitwall.agent.telemetry.Instruments;
import dev.pitwall.agent.telemetry.ModelCallMetrics;
import dev.pitwall.agent.telemetry.Spending;
import dev.pitwall.agent.telemetry.SuppressedErrors;
import io.opentelemetry.api.trace.Tracer;
import java.time.Clock;

/** What every operation needs. */
record Surroundings(
    Runs runs,
    Tracer tracer,
    Instruments instruments,
    ModelCallMetrics modelCalls,
    PriceList prices,
    Spending spending,
    ContentHash hash,
    SuppressedErrors errors,
    Clock clock) {

  long now() {
    return clock.millis();
  }
}

package dev.pitwall.dashboards.signals;

import static dev.pitwall.dashboards.signals.Promql.external;

import dev.pitwall.dashboards.model.Signal;
import dev.pitwall.dashboards.model.Unit;

/** What the services need of their machines, as the OpenTelemetry agent itself measures it. */
public final class Machines {

  private static final String NOT_MEASURED =
      "The agent's runtime metrics are switched off or not exported";

  public static final Signal CPU =
      new Signal(
          "Processor use by service",
          "Share of all processors of the machine or container that the busiest JVM of each service"
              + " uses.",
          Unit.RATIO,
          "max by (job) (" + external("jvm_cpu_recent_utilization_ratio") + ")",
          "{{job}}",
          NOT_MEASURED);
  public static final Signal HEAP =
      new Signal(
          "Heap by service",
          "Heap in use, summed over the JVMs of each service. Saw teeth are healthy; a floor that"
              + " climbs is a leak.",
          Unit.BYTES,
          "sum by (job) (" + external("jvm_memory_used_bytes", "jvm_memory_type=\"heap\"") + ")",
          "{{job}}",
          NOT_MEASURED);

  private Machines() {}
}

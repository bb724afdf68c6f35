package dev.pitwall.distribution.app;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;

/** The desk in an application that measures and traces by itself. */
public final class NeighboursApp {

  private NeighboursApp() {}

  public static void main(String[] arguments) {
    Metrics.addRegistry(new SimpleMeterRegistry());
    Span span = GlobalOpenTelemetry.getTracer("the application").spanBuilder("a job").startSpan();
    try (Scope scope = span.makeCurrent()) {
      Metrics.timer("jobs").record(() -> DeskApp.main(arguments));
      // Whoever leaves a scope open would be seen here.
      System.out.println(
          "current span is its own "
              + Span.current().getSpanContext().equals(span.getSpanContext()));
    } finally {
      span.end();
    }
    System.out.println("jobs " + Metrics.timer("jobs").count());
    Metrics.globalRegistry.getMeters().forEach(meter -> System.out.println(meter.getId()));
    System.out.println("span after it " + Span.current().getSpanContext().isValid());
  }
}

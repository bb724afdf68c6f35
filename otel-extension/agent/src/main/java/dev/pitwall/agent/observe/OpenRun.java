package dev.pitwall.agent.observe;

import dev.pitwall.agent.telemetry.RunTelemetry;
import dev.pitwall.engine.Engine;
import dev.pitwall.engine.signal.Signal;
import java.util.concurrent.atomic.AtomicLong;

/** A run that started in this JVM: who it is, and where its signals go. */
final class OpenRun {

  private final String id;
  private final String workflow;
  private final Engine engine;
  private final RunTelemetry telemetry;
  private final AtomicLong ids = new AtomicLong();
  private volatile boolean ended;

  OpenRun(String id, String workflow, Engine engine, RunTelemetry telemetry) {
    this.id = id;
    this.workflow = workflow;
    this.engine = engine;
    this.telemetry = telemetry;
  }

  String id() {
    return id;
  }

  String workflow() {
    return workflow;
  }

  RunTelemetry telemetry() {
    return telemetry;
  }

  /** Numbers the run's operations, from 1. */
  long nextOperation() {
    return ids.incrementAndGet();
  }

  /** An id that is unique beyond this run. */
  String nextId() {
    return id + "-" + ids.incrementAndGet();
  }

  /**
   * Tells the log and the engine, in that order, so that a finding follows what it was found in.
   */
  void publish(Signal signal) {
    telemetry.accept(signal);
    engine.accept(signal);
  }

  boolean isEnded() {
    return ended;
  }

  void end() {
    ended = true;
  }
}

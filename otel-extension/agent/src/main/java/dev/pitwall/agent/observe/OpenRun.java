package dev.pitwall.agent.observe;

import dev.pitwall.agent.telemetry.RunTelemetry;
import dev.pitwall.bridge.statement.Authorized;
import dev.pitwall.engine.Engine;
import dev.pitwall.engine.signal.Signal;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A run that started in this JVM: who it is, and where its signals go. */
final class OpenRun {

  /** Of further artifacts everything that is written is told. */
  private static final int MAX_ARTIFACTS = 1_000;

  private final String id;
  private final String workflow;
  private final Engine engine;
  private final RunTelemetry telemetry;
  private final AtomicLong ids = new AtomicLong();
  private final DeclaredWork declared = new DeclaredWork(this);
  private final AtomicReference<@Nullable Authorized> permission = new AtomicReference<>();
  private final Set<ApprovalOperation> open = ConcurrentHashMap.newKeySet();
  private final Map<String, String> artifacts = new ConcurrentHashMap<>(8);
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

  /** What the application has declared to be open. */
  DeclaredWork declared() {
    return declared;
  }

  @Nullable String taskType(String task) {
    return declared.taskType(task);
  }

  /** Whether the operator's permission is another one than at the last call. */
  boolean isNewPermission(Authorized given) {
    return !given.equals(permission.getAndSet(given));
  }

  /** Whether an artifact becomes another than it is; from now on it is what was asked about. */
  boolean isNewArtifact(String key, String hash) {
    if (artifacts.size() >= MAX_ARTIFACTS && !artifacts.containsKey(key)) {
      return true;
    }
    return !hash.equals(artifacts.put(key, hash));
  }

  boolean isEnded() {
    return ended;
  }

  /** A person is asked. */
  void asked(ApprovalOperation approval) {
    open.add(approval);
  }

  void answered(ApprovalOperation approval) {
    open.remove(approval);
  }

  /** From now on nothing belongs to it any more. Nobody waits for the answers that are missing. */
  void end(long at) {
    open.forEach(approval -> approval.end(null, new CancellationException()));
    declared.end(at);
    ended = true;
  }
}

package dev.pitwall.agent.observe;

import dev.pitwall.agent.telemetry.FindingBoard;
import dev.pitwall.agent.telemetry.Instruments;
import dev.pitwall.agent.telemetry.RunTelemetry;
import dev.pitwall.agent.telemetry.SuppressedErrors;
import dev.pitwall.agent.telemetry.WorkflowLog;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.engine.Engine;
import dev.pitwall.engine.EngineListener;
import dev.pitwall.engine.EngineSettings;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunStarted;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The runs that are open in this JVM, and what the engine has to say of them. */
public final class Runs implements EngineListener {

  private final Engine engine;
  private final Instruments instruments;
  private final SuppressedErrors errors;
  private final WorkflowLog log;
  private final FindingBoard board;
  private final String owner;
  private final Clock clock;
  private final Map<String, OpenRun> open = new ConcurrentHashMap<>();

  public Runs(
      EngineSettings settings,
      Instruments instruments,
      SuppressedErrors errors,
      WorkflowLog log,
      FindingBoard board,
      String owner,
      Clock clock) {
    this.engine = new Engine(settings, this);
    this.instruments = instruments;
    this.errors = errors;
    this.log = log;
    this.board = board;
    this.owner = owner;
    this.clock = clock;
  }

  /** The engine that follows these runs. */
  public Engine engine() {
    return engine;
  }

  /** Lets the engine see that time has passed. */
  public void tick() {
    try {
      engine.tick(clock.millis());
    } catch (RuntimeException e) {
      errors.suppress("engine", e);
    }
  }

  static String newId() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 16);
  }

  OpenRun start(String id, String workflow, SpanContext root) {
    OpenRun run =
        new OpenRun(
            id, workflow, engine, new RunTelemetry(instruments, log, id, workflow, owner, root));
    open.put(id, run);
    run.publish(new RunStarted(id, workflow, clock.millis()));
    return run;
  }

  /**
   * Ends a run. What it still has open is resolved first, so that its end is the last entry of its
   * log, unless the engine finds something in what the run leaves behind.
   */
  void end(OpenRun run, @Nullable String error) {
    run.end();
    RunEnded ended = new RunEnded(run.id(), run.workflow(), error, clock.millis());
    engine.accept(ended);
    run.telemetry().accept(ended);
  }

  @Override
  public void leftRun(String id) {
    open.remove(id);
  }

  @Override
  public void opened(Finding finding) {
    board.opened(finding);
    OpenRun run = open.get(finding.run());
    if (run != null) {
      run.telemetry().opened(finding);
    }
  }

  @Override
  public void updated(Finding finding, long at) {
    board.updated(finding);
    OpenRun run = open.get(finding.run());
    if (run != null) {
      run.telemetry().updated(finding, at);
    }
  }

  @Override
  public void resolved(Finding finding, long at) {
    board.resolved(finding);
    OpenRun run = open.get(finding.run());
    if (run != null) {
      run.telemetry().resolved(finding, at);
    }
  }

  @Override
  public void progressed(String id, int completed, int total) {
    OpenRun run = open.get(id);
    if (run != null) {
      run.telemetry().progressed(completed, total, clock.millis());
    }
  }

  @Override
  public void evictedRun(String id) {
    open.remove(id);
    instruments.add(Metrics.STATE_EVICTED, 1, "run");
  }

  @Override
  public void failed(String detector, Throwable error) {
    errors.suppress(detector, error);
  }
}

package dev.pitwall.agent.observe;

import dev.pitwall.agent.jvm.AgentThreads;
import dev.pitwall.agent.jvm.JvmEvidence;
import dev.pitwall.agent.telemetry.FindingBoard;
import dev.pitwall.agent.telemetry.Instruments;
import dev.pitwall.agent.telemetry.RunTelemetry;
import dev.pitwall.agent.telemetry.SuppressedErrors;
import dev.pitwall.agent.telemetry.WorkflowLog;
import dev.pitwall.bridge.RunPlan;
import dev.pitwall.bridge.statement.Authorized;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.engine.Engine;
import dev.pitwall.engine.EngineListener;
import dev.pitwall.engine.EngineSettings;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.HandoffFate;
import dev.pitwall.engine.signal.Budget;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.RunAuthorized;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunStarted;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The runs that are open in this JVM, and what the engine has to say of them. */
public final class Runs implements EngineListener {

  private final Engine engine;
  private final Instruments instruments;
  private final SuppressedErrors errors;
  private final WorkflowLog log;
  private final FindingBoard board;
  private final Function<String, Optional<Authorized>> permissions;
  private final Function<String, Optional<Authorized>> requestPermission;
  private final String owner;
  private final Clock clock;
  private final AgentThreads threads = new AgentThreads();
  private final JvmEvidence jvm = new JvmEvidence(threads);
  private final Map<String, OpenRun> open = new ConcurrentHashMap<>();
  private final SuspendedRuns suspended = new SuspendedRuns();

  public Runs(
      EngineSettings settings,
      Instruments instruments,
      SuppressedErrors errors,
      WorkflowLog log,
      FindingBoard board,
      Function<String, Optional<Authorized>> permissions,
      Function<String, Optional<Authorized>> requestPermission,
      String owner,
      Clock clock) {
    this.engine = new Engine(settings, this);
    this.instruments = instruments;
    this.errors = errors;
    this.log = log;
    this.board = board;
    this.permissions = permissions;
    this.requestPermission = requestPermission;
    this.owner = owner;
    this.clock = clock;
  }

  /** The engine that follows these runs. */
  public Engine engine() {
    return engine;
  }

  /** Those that wait to be resumed. */
  SuspendedRuns suspended() {
    return suspended;
  }

  /** Which threads work for which agents. */
  AgentThreads threads() {
    return threads;
  }

  /** Lets the engine see that time has passed, and the JVM when it has asked for it. */
  public void tick() {
    long now = clock.millis();
    engine.tick(now);
    jvm.look(now, engine::accept);
  }

  static String newId() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 16);
  }

  /** Makes known what is to be done; the run starts later, or never. */
  OpenRun plan(RunPlan plan) {
    OpenRun run = opened(newId(), plan.workflow());
    List<RunPlanned.Milestone> milestones = new ArrayList<>();
    for (int i = 0; i < plan.milestones().size(); i++) {
      milestones.add(new RunPlanned.Milestone(plan.milestones().get(i), plan.targets().get(i)));
    }
    run.publish(
        new RunPlanned(
            run.id(),
            run.workflow(),
            plan.planHash(),
            plan.tasks(),
            plan.authorizationRequired(),
            milestones,
            plan.deadline(),
            new Budget(plan.tokens(), plan.cost(), plan.calls(), plan.millis()),
            clock.millis()));
    permit(run);
    return run;
  }

  /** The operator's permissions have changed. */
  public void permissionsChanged() {
    open.values().forEach(this::permit);
  }

  // What the operator permits, besides what the application says of itself.
  private void permit(OpenRun run) {
    permissions
        .apply(run.workflow())
        .filter(run::isNewPermission)
        .ifPresent(given -> permit(run, given));
  }

  private void permit(OpenRun run, Authorized given) {
    run.publish(
        new RunAuthorized(
            run.id(),
            run.workflow(),
            given.planHash(),
            given.user(),
            given.reviewed(),
            given.expiresAt(),
            given.scope(),
            clock.millis()));
  }

  /** A run that is planned or has started, by its id. */
  @Nullable OpenRun find(String id) {
    return open.get(id);
  }

  OpenRun start(String id, String workflow, SpanContext root) {
    OpenRun planned = open.get(id);
    OpenRun run = planned == null ? opened(id, workflow) : planned;
    run.telemetry().startsUnder(root);
    permit(run);
    // Closer to the run than what stands in a file, so it has the last word.
    requestPermission.apply(workflow).ifPresent(given -> permit(run, given));
    run.publish(new RunStarted(id, workflow, clock.millis()));
    return run;
  }

  private OpenRun opened(String id, String workflow) {
    OpenRun run =
        new OpenRun(id, workflow, engine, new RunTelemetry(instruments, log, id, workflow, owner));
    open.put(id, run);
    return run;
  }

  /**
   * Ends a run. What it still has open is resolved first, so that its end is the last entry of its
   * log, unless the engine finds something in what the run leaves behind.
   */
  void end(OpenRun run, @Nullable String error) {
    long now = clock.millis();
    run.end(now);
    RunEnded ended = new RunEnded(run.id(), run.workflow(), error, now);
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
  public void explained(Finding finding, long at) {
    board.explained(finding);
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
    suspended.evict(id);
    instruments.add(Metrics.STATE_EVICTED, 1, "run");
  }

  @Override
  public void suspected(String id, String reason, long at) {
    jvm.ask(id);
  }

  @Override
  public void handoff(HandoffFate fate, HandoffOffered offer, long at) {
    OpenRun run = open.get(offer.run());
    if (run != null) {
      run.telemetry().handoff(fate, offer, at);
    }
  }

  @Override
  public void failed(String detector, Throwable error) {
    errors.suppress(detector, error);
  }
}

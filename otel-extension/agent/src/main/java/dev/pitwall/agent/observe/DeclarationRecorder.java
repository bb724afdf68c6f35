package dev.pitwall.agent.observe;

import dev.pitwall.agent.control.EmergencyStopDesk;
import dev.pitwall.agent.methods.MappedMethods;
import dev.pitwall.bridge.Declarations;
import dev.pitwall.bridge.MethodMapping;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.RunPlan;
import dev.pitwall.bridge.StopOrder;
import dev.pitwall.bridge.Topology;
import dev.pitwall.bridge.WorkflowStart;
import dev.pitwall.bridge.statement.Statement;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.engine.signal.Signal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What applications declare, given its place in a run. */
final class DeclarationRecorder implements Declarations {

  private static final String KIND = "declaration";

  private final Surroundings surroundings;
  private final EmergencyStopDesk stops;
  private final Supplier<MappedMethods> methods;
  private final Supplier<StatementSignals> signals;

  DeclarationRecorder(
      Surroundings surroundings,
      Users users,
      EmergencyStopDesk stops,
      Supplier<MappedMethods> methods) {
    this.surroundings = surroundings;
    this.stops = stops;
    this.methods = methods;
    this.signals = new AtFirstUse<>(() -> new StatementSignals(surroundings, users));
  }

  @Override
  public String plan(RunPlan plan) {
    received();
    return surroundings.runs().plan(plan).id();
  }

  @Override
  public Operation<Object> startRun(String workflow, @Nullable String run) {
    received();
    return WorkflowOperation.start(
        surroundings,
        new WorkflowStart(workflow, workflow, Topology.SEQUENCE, 0, 1, null),
        run == null || run.isEmpty() ? null : run);
  }

  @Override
  public Operation<Object> startTask(@Nullable String run, String task, @Nullable String agent) {
    received();
    OpenRun found = find(run);
    if (found == null) {
      return Operation.none();
    }
    return TaskOperation.start(surroundings, found, task, agent);
  }

  @Override
  public @Nullable String currentRun() {
    Position position = Position.current();
    return position == null ? null : position.run().id();
  }

  @Override
  public void declare(@Nullable String run, Statement statement) {
    received();
    OpenRun found = find(run);
    Signal signal = found == null ? null : signals.get().of(found, statement, surroundings.now());
    if (found != null && signal != null) {
      found.publish(signal);
    } else if (found != null) {
      dropped("unknown_subject");
    }
  }

  @Override
  public Operation<Object> enter(
      String method, @Nullable Object self, @Nullable Object[] arguments) {
    return methods.get().enter(method, self, arguments);
  }

  @Override
  public Operation<Object> enter(
      List<MethodMapping> mappings, @Nullable Object self, @Nullable Object[] arguments) {
    return methods.get().enter(mappings, self, arguments);
  }

  @Override
  public void order(StopOrder order) {
    received();
    stops.take(order);
  }

  private @Nullable OpenRun find(@Nullable String run) {
    Position position = Position.current();
    OpenRun found =
        run != null && !run.isEmpty()
            ? surroundings.runs().find(run)
            : position == null ? null : position.run();
    if (found == null) {
      dropped("no_run");
    }
    return found;
  }

  private void received() {
    surroundings.instruments().add(Metrics.SIGNALS_RECEIVED, 1, KIND);
  }

  private void dropped(String reason) {
    surroundings.instruments().add(Metrics.SIGNALS_DROPPED, 1, reason);
  }
}

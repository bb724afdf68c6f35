package dev.pitwall.agent.observe;

import dev.pitwall.agent.control.EmergencyStopDesk;
import dev.pitwall.agent.methods.MappedMethods;
import dev.pitwall.agent.pricing.PriceList;
import dev.pitwall.agent.telemetry.AppliedLibraries;
import dev.pitwall.agent.telemetry.Instruments;
import dev.pitwall.agent.telemetry.ModelCallMetrics;
import dev.pitwall.agent.telemetry.Spending;
import dev.pitwall.agent.telemetry.SuppressedErrors;
import dev.pitwall.bridge.AgentStart;
import dev.pitwall.bridge.AgentStart.Role;
import dev.pitwall.bridge.ApprovalRequest;
import dev.pitwall.bridge.Declarations;
import dev.pitwall.bridge.GateVerdict;
import dev.pitwall.bridge.HandoffOffer;
import dev.pitwall.bridge.McpRequest;
import dev.pitwall.bridge.ModelReply;
import dev.pitwall.bridge.ModelRequest;
import dev.pitwall.bridge.Names;
import dev.pitwall.bridge.Observer;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.RetrievalRequest;
import dev.pitwall.bridge.ToolRequest;
import dev.pitwall.bridge.ToolResult;
import dev.pitwall.bridge.WorkflowStart;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.engine.signal.GateDecided;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffRejected;
import io.opentelemetry.api.trace.Tracer;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The extension's side of the bridge. Nothing it does throws into a hook. */
public final class Recorder implements Observer {

  private static final String UNKNOWN_AGENT = "unknown_agent";

  private final Surroundings surroundings;
  private final AppliedLibraries libraries;
  private final DeclarationRecorder declarations;

  public Recorder(
      Runs runs,
      Tracer tracer,
      Instruments instruments,
      SuppressedErrors errors,
      AppliedLibraries libraries,
      ModelCallMetrics modelCalls,
      PriceList prices,
      Spending spending,
      ContentHash hash,
      Users users,
      EmergencyStopDesk stops,
      Supplier<MappedMethods> methods,
      Clock clock) {
    this.libraries = libraries;
    this.surroundings =
        new Surroundings(
            runs, tracer, instruments, modelCalls, prices, spending, hash, errors, clock);
    this.declarations = new DeclarationRecorder(surroundings, users, stops, methods);
  }

  @Override
  public Operation<Object> startWorkflow(WorkflowStart start) {
    return guarded("workflow", () -> WorkflowOperation.start(surroundings, start));
  }

  @Override
  public Operation<Object> startAgent(AgentStart start) {
    return guarded("agent", () -> agent(start));
  }

  private Operation<Object> agent(AgentStart start) {
    Position position = Position.current();
    if (position != null && start.role() == Role.PLANNER) {
      return PlanOperation.start(surroundings, position, start);
    }
    AgentFrame around = position == null ? null : position.agent();
    MemberService service = around == null ? null : around.claim(start.role());
    if (service != null) {
      return service;
    }
    return AgentOperation.start(surroundings, position, start);
  }

  @Override
  public Operation<ModelReply> startModelCall(ModelRequest request) {
    return ObservedOperation.isUnderWay(ModelCallOperation.name(request.kind()))
        ? Operation.none()
        : guarded("model", () -> ModelCallOperation.start(surroundings, request));
  }

  @Override
  public Operation<Object> startRetrieval(RetrievalRequest request) {
    return ObservedOperation.isUnderWay(RetrievalOperation.NAME)
        ? Operation.none()
        : guarded("retrieval", () -> RetrievalOperation.start(surroundings, request));
  }

  @Override
  public Operation<ToolResult> startToolCall(ToolRequest request) {
    return guarded("tool", () -> ToolCallOperation.start(surroundings, request));
  }

  @Override
  public Operation<ToolResult> startMcpRequest(McpRequest request) {
    return guarded("mcp", () -> McpCallOperation.start(surroundings, request));
  }

  @Override
  public Map<String, String> traceContext() {
    return McpCallOperation.traceContext();
  }

  @Override
  public Operation<Object> startApproval(ApprovalRequest request) {
    return guarded(
        "approval",
        () -> {
          Position position = Position.current();
          return position == null
              ? Operation.none()
              : ApprovalOperation.start(surroundings, position, request);
        });
  }

  @Override
  public void offerHandoff(HandoffOffer offer) {
    inRun("handoff", position -> offer(position, offer));
  }

  private void offer(Position position, HandoffOffer offer) {
    WorkflowFrame workflow = position.workflow();
    if (workflow == null) {
      return;
    }
    OpenRun run = position.run();
    WorkflowFrame.Offer made =
        new WorkflowFrame.Offer(run.nextId(), workflow.name, offer.target(), surroundings.now());
    String key = offer.key();
    if (key != null && !workflow.offer(key, made)) {
      return;
    }
    run.publish(
        new HandoffOffered(
            run.id(),
            made.id(),
            made.source(),
            made.target(),
            offer.person() ? HandoffOffered.Recipient.PERSON : HandoffOffered.Recipient.AGENT,
            HandoffOffered.Mode.RETURN_TO_CALLER,
            true,
            null,
            made.offeredAt()));
    if (key == null) {
      run.publish(
          new HandoffRejected(
              run.id(), made.id(), made.source(), made.target(), UNKNOWN_AGENT, made.offeredAt()));
    }
  }

  @Override
  public void expectMember(String key, boolean expected) {
    inWorkflow(
        workflow -> {
          if (expected) {
            workflow.expect(key);
          } else {
            workflow.unexpect(key);
          }
        });
  }

  @Override
  public void recoverMember(String key, boolean again) {
    if (!again) {
      inWorkflow(workflow -> workflow.giveUp(key));
    }
  }

  private void inWorkflow(Consumer<WorkflowFrame> act) {
    inRun(
        "handoff",
        position -> {
          if (position.workflow() != null) {
            act.accept(position.workflow());
          }
        });
  }

  @Override
  public void writeArtifact(String key, Object value) {
    inRun(
        "artifact",
        position -> {
          String name = Names.of(key);
          OpenRun run = position.run();
          long parent = position.operation();
          Artifacts.score(surroundings, run, parent, position.agentName(), name, value);
          Artifacts.write(surroundings, run, parent, position.agentName(), name, value);
        });
  }

  @Override
  public void decideGate(GateVerdict verdict) {
    inRun("gate", position -> gate(position, verdict));
  }

  private void gate(Position position, GateVerdict verdict) {
    OpenRun run = position.run();
    String label =
        switch (verdict.result()) {
          case PASSED -> "pass";
          case REWRITTEN -> "pass_rewritten";
          case FAILED -> "fail";
          case FATAL -> "fatal";
          case ERROR -> "error";
        };
    String result =
        switch (verdict.result()) {
          case PASSED, REWRITTEN -> "passed";
          case FAILED, FATAL -> "failed";
          case ERROR -> "error";
        };
    String action =
        switch (verdict.action()) {
          case PASS -> "pass";
          case RETRY -> "retry";
          case REJECT -> "reject";
        };
    run.publish(
        new GateDecided(
            run.id(),
            position.agentName(),
            null,
            verdict.gate(),
            label,
            result,
            action,
            verdict.attempt(),
            surroundings.now()));
  }

  @Override
  public Declarations declarations() {
    return declarations;
  }

  @Override
  public void suppress(String library, Throwable error) {
    surroundings.errors().suppress(library, error);
  }

  @Override
  public void applied(String library) {
    libraries.add(library);
  }

  private <R> Operation<R> guarded(String kind, Supplier<Operation<R>> start) {
    try {
      surroundings.instruments().add(Metrics.SIGNALS_RECEIVED, 1, kind);
      return start.get();
    } catch (Throwable t) {
      surroundings.errors().suppress(kind, t);
      return Operation.none();
    }
  }

  private void inRun(String kind, Consumer<Position> act) {
    try {
      surroundings.instruments().add(Metrics.SIGNALS_RECEIVED, 1, kind);
      Position position = Position.current();
      if (position == null) {
        surroundings.instruments().add(Metrics.SIGNALS_DROPPED, 1, "no_run");
      } else {
        act.accept(position);
      }
    } catch (Throwable t) {
      surroundings.errors().suppress(kind, t);
    }
  }
}

package dev.pitwall.agent.observe;

import dev.pitwall.bridge.Activation;
import dev.pitwall.bridge.AgentStart;
import dev.pitwall.bridge.AgentStart.Role;
import dev.pitwall.bridge.Suspension;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.GenAiMetrics;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** An agent's invocation. One outside of any run is a run of its own. */
final class AgentOperation extends ObservedOperation<Object> {

  private final Surroundings surroundings;
  private final AgentStart start;
  private final RunEntry entry;
  private final AgentFrame frame;
  private final @Nullable WorkflowFrame workflow;

  private AgentOperation(
      Surroundings surroundings,
      Context context,
      AgentStart start,
      RunEntry entry,
      AgentFrame frame,
      @Nullable WorkflowFrame workflow) {
    super("agent", surroundings, context);
    this.surroundings = surroundings;
    this.start = start;
    this.entry = entry;
    this.frame = frame;
    this.workflow = workflow;
  }

  static AgentOperation start(
      Surroundings surroundings, @Nullable Position position, AgentStart start) {
    String runId = RunEntry.runId(position);
    SpanBuilder builder =
        surroundings
            .tracer()
            .spanBuilder("invoke_agent " + start.name())
            .setAttribute(GenAi.OPERATION.name(), "invoke_agent")
            .setAttribute(GenAi.AGENT.name(), start.name())
            .setAttribute(Pitwall.RUN_ID.name(), runId);
    if (start.description() != null && !start.description().isEmpty()) {
      builder.setAttribute(GenAi.AGENT_DESCRIPTION.name(), start.description());
    }
    String conversation = conversation(position, start);
    if (conversation != null) {
      builder.setAttribute(GenAi.CONVERSATION_ID.name(), conversation);
    }
    if (start.role() == Role.REMOTE) {
      // Who answers for a remote agent is not known on this side.
      builder.setSpanKind(SpanKind.CLIENT).setAttribute(GenAi.PROVIDER.name(), "_OTHER");
    }
    Span span = builder.startSpan();
    RunEntry entry = RunEntry.enter(surroundings, position, runId, start.name(), start.key(), span);
    String inputHash = surroundings.hash().ofInput(start.input());
    set(span, Pitwall.INPUT_HASH, inputHash);
    OpenRun run = entry.run();
    AgentFrame frame =
        new AgentFrame(start.name(), run.nextOperation(), conversation, start.role());
    run.publish(
        new AgentStarted(
            runId, frame.operation, entry.parent(), frame.name, inputHash, surroundings.now()));
    WorkflowFrame workflow = position == null ? null : position.workflow();
    if (workflow != null) {
      workflow.enter(start.key());
    }
    Position inside = new Position(run, workflow, frame, frame.operation);
    AgentOperation agent =
        new AgentOperation(
            surroundings, Context.current().with(span).with(inside), start, entry, frame, workflow);
    frame.isOf(agent);
    return agent;
  }

  // An agent that another one calls speaks in the same conversation unless it has its own.
  private static @Nullable String conversation(@Nullable Position position, AgentStart start) {
    return start.conversation() != null || position == null
        ? start.conversation()
        : position.conversation();
  }

  @Override
  boolean goesOn(@Nullable Object result, @Nullable Throwable error) {
    return error == null && frame.goesOn();
  }

  @Override
  void finish(@Nullable Object outcome, @Nullable String error) {
    fail(error);
    Object result = outcome == Suspension.UNTIL_RESUMED ? null : outcome;
    long now = surroundings.now();
    String hash = surroundings.hash().of(result);
    set(span(), Pitwall.OUTPUT_HASH, hash);
    OpenRun run = entry.run();
    run.publish(
        new AgentEnded(run.id(), frame.operation, entry.parent(), frame.name, hash, error, now));
    if (result != null && start.outputKey() != null) {
      leaveBehind(start.outputKey(), result);
    }
    surroundings
        .instruments()
        .record(GenAiMetrics.AGENT_DURATION, seconds(), frame.name, null, error);
    surroundings
        .instruments()
        .record(GenAiMetrics.AGENT_INFERENCE_CALLS, frame.modelCalls.get(), frame.name);
    surroundings
        .instruments()
        .record(GenAiMetrics.AGENT_TOOL_CALLS, frame.toolCalls.get(), frame.name);
    if (outcome == Suspension.UNTIL_RESUMED) {
      entry.suspend();
    } else {
      entry.leave(surroundings, error);
    }
  }

  private void leaveBehind(String key, Object result) {
    OpenRun run = entry.run();
    Artifacts.score(surroundings, run, entry.parent(), frame.name, key, result);
    // Logged under the span of whoever is around the agent, whose artifact it becomes.
    try (Activation outside = activateCaller()) {
      Artifacts.write(surroundings, run, entry.parent(), frame.name, key, result);
    }
  }

  @Override
  void ended() {
    if (workflow != null) {
      workflow.leave();
    }
  }
}

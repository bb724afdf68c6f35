package dev.pitwall.replay.follow;

import dev.pitwall.agent.pricing.PriceList;
import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.ModelStarted;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.ToolStarted;
import dev.pitwall.engine.signal.Usage;
import dev.pitwall.engine.signal.WorkflowEnded;
import dev.pitwall.engine.signal.WorkflowStarted;
import dev.pitwall.replay.record.Step;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the signals of steps that begin and end, as the agent makes them while they do. */
final class StepSignals {

  private static final long MILLI = 1_000_000;

  private final Consumer<Signal> engine;
  private final PriceList prices;
  private long operations;

  StepSignals(Consumer<Signal> engine, PriceList prices) {
    this.engine = engine;
    this.prices = prices;
  }

  /** A step of a run begins; it gets its number. */
  void begin(Node node, Step step, long at) {
    FollowedRun run = run(node);
    Long resumed = step.kind().isAround() ? run.resume(node) : null;
    node.operation = resumed == null ? ++operations : resumed;
    switch (step.kind()) {
      case WORKFLOW -> {
        if (resumed == null && step.shape() != null) {
          engine.accept(
              new WorkflowStarted(
                  run.id, node.operation, node.around, node.name, step.shape(), at));
        }
      }
      case AGENT ->
          engine.accept(
              new AgentStarted(run.id, node.operation, node.around, node.name, step.input(), at));
      case MODEL ->
          engine.accept(
              new ModelStarted(run.id, node.operation, node.around, node.agent, model(node), at));
      case TOOL ->
          engine.accept(
              new ToolStarted(
                  run.id,
                  node.operation,
                  node.around,
                  node.agent,
                  node.name,
                  arguments(step),
                  null,
                  at));
      case PLAN -> {}
    }
  }

  /** A step of a run ends. */
  void end(Node node, Step step, long at) {
    FollowedRun run = run(node);
    long since = Math.min(at, Math.max(node.start / MILLI, run.startedAt));
    switch (step.kind()) {
      case WORKFLOW -> {
        if (step.suspended()) {
          run.suspend(node);
        } else if (step.shape() != null) {
          engine.accept(
              new WorkflowEnded(run.id, node.operation, node.around, node.name, step.error(), at));
        }
      }
      case AGENT ->
          engine.accept(
              new AgentEnded(
                  run.id, node.operation, node.around, node.name, step.output(), step.error(), at));
      case MODEL ->
          engine.accept(
              new ModelEnded(
                  run.id,
                  node.operation,
                  node.around,
                  node.agent,
                  model(node),
                  priced(step),
                  step.error(),
                  since,
                  at));
      case TOOL ->
          engine.accept(
              new ToolEnded(
                  run.id,
                  node.operation,
                  node.around,
                  node.agent,
                  node.name,
                  arguments(step),
                  step.output(),
                  step.error(),
                  since,
                  at));
      case PLAN -> {}
    }
  }

  private Usage priced(Step step) {
    String provider = step.provider() == null ? "" : step.provider();
    return prices.price(provider, step.answered(), emptyToNull(step.name()), step.usage());
  }

  private static @Nullable String model(Node node) {
    return emptyToNull(node.name);
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String arguments(Step step) {
    return step.input() == null ? "" : step.input();
  }

  private static FollowedRun run(Node node) {
    if (node.run == null) {
      throw new IllegalStateException("a step without a run is told of to nobody");
    }
    return node.run;
  }
}

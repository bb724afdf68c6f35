package dev.pitwall.sample.simulator.workforce;

import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.sample.simulator.telemetry.Attributes;
import dev.pitwall.sample.simulator.telemetry.Content;
import dev.pitwall.sample.simulator.telemetry.Digest;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who gives out work: a run's workflow, or a workflow within it. */
public final class Orchestration {

  private final Run run;
  private final String name;
  private final String span;
  private final @Nullable String parent;
  private final Topology topology;
  private final int members;
  private final int rounds;
  private final Attributes handoff;
  private final long began;

  /** How members follow one another. */
  public enum Topology {
    SEQUENCE,
    PARALLEL,
    LOOP,
    ROUTER,
    SUPERVISOR
  }

  Orchestration(
      Run run,
      String name,
      @Nullable String parent,
      Topology topology,
      int members,
      int rounds,
      Attributes handoff) {
    this.run = run;
    this.name = name;
    this.span = run.place().dice().hex(16);
    this.parent = parent;
    this.topology = topology;
    this.members = members;
    this.rounds = rounds;
    this.handoff = handoff;
    this.began = run.place().now();
  }

  public String name() {
    return name;
  }

  public Run run() {
    return run;
  }

  /** Hands work to an agent, which does it and gives it back, and whose result is kept. */
  public @Nullable String invoke(
      String agent, @Nullable String input, Function<Invocation, @Nullable String> work) {
    String output = invokeInPassing(agent, input, work);
    if (output != null) {
      keep(agent, agent + "-result", output);
    }
    return output;
  }

  /** The same where nothing is kept of what the agent says. */
  public @Nullable String invokeInPassing(
      String agent, @Nullable String input, Function<Invocation, @Nullable String> work) {
    // A framework offers before it knows what it will call the agent with.
    String offered = run.handoffs().offer(name, agent, null);
    run.beat();
    return takeUp(offered, agent, input, work);
  }

  /** The agent takes up what was offered, does it and gives it back. */
  public @Nullable String takeUp(
      String offered,
      String agent,
      @Nullable String input,
      Function<Invocation, @Nullable String> work) {
    run.handoffs().accept(offered);
    run.beat();
    Invocation invocation = new Invocation(run, span, agent, input, run.handoffs().of(offered));
    String output = work.apply(invocation);
    invocation.end(output);
    String error = invocation.error();
    if (error == null) {
      run.handoffs().complete(offered);
    } else {
      run.handoffs().fail(offered, error);
    }
    run.beat();
    return output;
  }

  /** An agent begins to work to whom nothing was offered. */
  public Invocation enter(String agent, @Nullable String input) {
    run.beat();
    return new Invocation(run, span, agent, input, new Attributes());
  }

  /** Something is left behind for others. */
  public void keep(String agent, String key, String value) {
    run.log(
        Events.ARTIFACT_WRITTEN,
        span,
        new Attributes()
            .with(Pitwall.ARTIFACT_KEY, key)
            .with(Pitwall.OUTPUT_HASH, Digest.of(value))
            .with(GenAi.AGENT, agent));
  }

  /** A workflow within this one does its work, to the end. */
  public void nest(
      String nested, Topology shape, int size, int maxRounds, Consumer<Orchestration> work) {
    String offered = run.handoffs().offer(name, nested, null);
    run.beat();
    run.handoffs().accept(offered);
    run.beat();
    Orchestration inner =
        new Orchestration(run, nested, span, shape, size, maxRounds, run.handoffs().of(offered));
    work.accept(inner);
    run.beat();
    inner.end(null);
    run.handoffs().complete(offered);
    run.beat();
  }

  void end(@Nullable String error) {
    run.record(
        span,
        parent,
        "invoke_workflow " + name,
        false,
        began,
        new Attributes()
            .with(GenAi.OPERATION, "invoke_workflow")
            .with(GenAi.WORKFLOW, name)
            .with(Pitwall.RUN_ID, run.id())
            .with(Pitwall.WORKFLOW_TOPOLOGY, topology.name().toLowerCase(Locale.ROOT))
            .with(Pitwall.WORKFLOW_MEMBERS, members)
            .with(Pitwall.WORKFLOW_MAX_ITERATIONS, rounds)
            .withAll(handoff),
        Content.NONE,
        error);
  }

  String span() {
    return span;
  }
}

package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.HandoffFate;
import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.ApprovalDecided;
import dev.pitwall.engine.signal.ApprovalRequested;
import dev.pitwall.engine.signal.ArtifactWritten;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.Usage;
import dev.pitwall.engine.signal.WorkflowEnded;
import dev.pitwall.engine.signal.WorkflowStarted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Tells an engine of one run, second by second, and keeps what it says. */
final class Story implements EngineListener {

  static final String RUN = "run-1";

  final Engine engine;
  final List<Finding> opened = new ArrayList<>();
  final List<Finding> updated = new ArrayList<>();
  final List<String> resolved = new ArrayList<>();
  final List<Long> resolvedAt = new ArrayList<>();
  final List<String> evicted = new ArrayList<>();
  final List<Integer> steps = new ArrayList<>();
  final List<String> suspected = new ArrayList<>();
  final List<Throwable> failures = new ArrayList<>();
  final List<String> fates = new ArrayList<>();
  final List<String> left = new ArrayList<>();
  private Set<FindingType> shown = EnumSet.allOf(FindingType.class);
  private boolean standardSpans;
  private long now;
  private long operation;

  Story() {
    this(EngineSettings.DEFAULT);
  }

  Story(EngineSettings settings) {
    engine = new Engine(settings, this);
  }

  /** Keeps findings of these types only: the story is about them. */
  Story only(FindingType... types) {
    shown = Set.of(types);
    return this;
  }

  Story begin() {
    tell(new RunStarted(RUN, "desk", tick()));
    return this;
  }

  Story end() {
    tell(new RunEnded(RUN, "desk", null, tick()));
    return this;
  }

  long workflow(String name, long parent, Shape.Kind kind, int members, int maxIterations) {
    long id = ++operation;
    tell(
        new WorkflowStarted(
            RUN, id, parent, name, new Shape(kind, members, maxIterations), tick()));
    return id;
  }

  Story workflowEnds(String name, long id, long parent) {
    tell(new WorkflowEnded(RUN, id, parent, name, null, tick()));
    return this;
  }

  Story member(String agent, long workflow, @Nullable String output) {
    long id = ++operation;
    tell(new AgentStarted(RUN, id, workflow, agent, null, tick()));
    tell(new AgentEnded(RUN, id, workflow, agent, output, null, tick()));
    return this;
  }

  Story invocation(String agent, long parent, @Nullable String input, @Nullable String output) {
    long id = ++operation;
    tell(new AgentStarted(RUN, id, parent, agent, input, tick()));
    tell(new AgentEnded(RUN, id, parent, agent, output, null, tick()));
    return this;
  }

  Story handoff(String id, String source, String target, HandoffOffered.Mode mode) {
    tell(new HandoffOffered(RUN, id, source, target, mode, true, null, tick()));
    return this;
  }

  Story accepted(String id, String source, String target) {
    tell(new HandoffAccepted(RUN, id, source, target, now, tick()));
    return this;
  }

  Story handoffEnds(String id, String source, String target, @Nullable String error) {
    tell(new HandoffEnded(RUN, id, source, target, now, error, tick()));
    return this;
  }

  Story tool(String agent, String tool, String arguments, @Nullable String result) {
    tell(new ToolEnded(RUN, ++operation, 0, agent, tool, arguments, result, null, now, tick()));
    return this;
  }

  Story failingTool(String agent, String tool, String arguments) {
    tell(
        new ToolEnded(
            RUN, ++operation, 0, agent, tool, arguments, "oops", "tool_error", now, tick()));
    return this;
  }

  Story failingTool(String agent, String tool, String arguments, String error) {
    tell(new ToolEnded(RUN, ++operation, 0, agent, tool, arguments, null, error, now, tick()));
    return this;
  }

  Story model(@Nullable String agent, String model, Usage usage) {
    tell(new ModelEnded(RUN, ++operation, 0, agent, model, usage, null, now, tick()));
    return this;
  }

  Story failingModel(@Nullable String agent, String model, String error) {
    tell(new ModelEnded(RUN, ++operation, 0, agent, model, Usage.UNKNOWN, error, now, tick()));
    return this;
  }

  /** Moves the clock; nobody is told. */
  Story later(Duration duration) {
    now += duration.toMillis();
    return this;
  }

  long nextOperation() {
    return ++operation;
  }

  List<Finding> opened(FindingType type) {
    return opened.stream().filter(finding -> finding.type() == type).toList();
  }

  Story artifact(@Nullable String agent, long workflow, String key, String value) {
    tell(new ArtifactWritten(RUN, workflow, agent, key, value, tick()));
    return this;
  }

  Story approvalRequested(String id) {
    tell(new ApprovalRequested(RUN, id, "release", null, null, tick()));
    return this;
  }

  Story approvalDecided(String id) {
    tell(new ApprovalDecided(RUN, id, "release", null, "approved", now, tick()));
    return this;
  }

  /** Sends a signal made for the next second. */
  Story send(LongFunction<Signal> signal) {
    tell(signal.apply(tick()));
    return this;
  }

  /**
   * Lets time pass in which nothing happens, with the engine's ticks. A detector that has looked
   * does not ask for a moment that has passed: ten thousand runs that never sleep are ten thousand
   * looks a second.
   */
  Story silence(Duration silence) {
    long until = now + silence.toMillis();
    while (now < until) {
      now = Math.min(until, now + 1000);
      engine.tick(now);
      assertThat(engine.wokenAt(RUN)).as("next look").isGreaterThanOrEqualTo(now);
    }
    return this;
  }

  /** How many findings of a type were resolved; a long silence may be a stall as well. */
  long resolved(FindingType type) {
    return opened.stream()
        .filter(finding -> finding.type() == type && resolved.contains(finding.id()))
        .count();
  }

  long now() {
    return now;
  }

  /** From now on tells no more than spans of the GenAI conventions do. */
  Story standardSpansOnly() {
    standardSpans = true;
    return this;
  }

  private void tell(Signal signal) {
    Signal told = standardSpans ? StandardSpans.of(signal) : signal;
    if (told != null) {
      engine.accept(told);
    }
  }

  private long tick() {
    now += 1000;
    return now;
  }

  @Override
  public void opened(Finding finding) {
    if (shown.contains(finding.type())) {
      opened.add(finding);
    }
  }

  @Override
  public void updated(Finding finding, long at) {
    if (shown.contains(finding.type())) {
      updated.add(finding);
    }
  }

  @Override
  public void resolved(Finding finding, long at) {
    if (shown.contains(finding.type())) {
      resolved.add(finding.id());
      resolvedAt.add(at);
    }
  }

  @Override
  public void evictedRun(String run) {
    evicted.add(run);
  }

  @Override
  public void progressed(String run, int completed, int total) {
    steps.add(completed);
  }

  @Override
  public void suspected(String run, String reason, long at) {
    suspected.add(reason);
  }

  @Override
  public void failed(String detector, Throwable error) {
    failures.add(error);
  }

  @Override
  public void handoff(HandoffFate fate, HandoffOffered offer, long at) {
    fates.add(fate + " " + offer.handoff());
  }

  @Override
  public void leftRun(String run) {
    left.add(run);
  }
}

package dev.pitwall.engine;

import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.ApprovalDecided;
import dev.pitwall.engine.signal.ApprovalRequested;
import dev.pitwall.engine.signal.ArtifactWritten;
import dev.pitwall.engine.signal.Budget;
import dev.pitwall.engine.signal.Evaluated;
import dev.pitwall.engine.signal.GateDecided;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffRejected;
import dev.pitwall.engine.signal.JvmObserved;
import dev.pitwall.engine.signal.MilestoneReached;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.ModelStarted;
import dev.pitwall.engine.signal.ResourceAccessed;
import dev.pitwall.engine.signal.RunAuthorized;
import dev.pitwall.engine.signal.RunPaused;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunPlanned.Milestone;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.RunResumed;
import dev.pitwall.engine.signal.RunRevoked;
import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.StopCleared;
import dev.pitwall.engine.signal.StopEngaged;
import dev.pitwall.engine.signal.TaskBlocked;
import dev.pitwall.engine.signal.TaskCreated;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskReworked;
import dev.pitwall.engine.signal.TaskStarted;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.ToolStarted;
import dev.pitwall.engine.signal.Usage;
import dev.pitwall.engine.signal.WorkflowEnded;
import dev.pitwall.engine.signal.WorkflowStarted;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Signals of one run as they may come, by chance. */
final class AnySignal {

  private static final String RUN = Story.RUN;

  private AnySignal() {}

  /** How far the clock has moved since the last one: mostly a little, also far, also back. */
  static long jump(Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> Duration.ofHours(1).toMillis();
      case 1 -> -Duration.ofMinutes(10).toMillis();
      case 2, 3 -> Duration.ofMinutes(5).toMillis();
      default -> random.nextInt(5000);
    };
  }

  static Signal of(Random random, long at) {
    long op = 1L + random.nextInt(8);
    long parent = random.nextInt(8);
    String agent = "a" + random.nextInt(3);
    String other = "a" + random.nextInt(3);
    String id = "x" + random.nextInt(6);
    String value = "v" + random.nextInt(3);
    String error = random.nextInt(3) == 0 ? "429" : null;
    return switch (random.nextInt(32)) {
      case 0 -> new AgentStarted(RUN, op, parent, agent, value, at);
      case 1 -> new AgentEnded(RUN, op, parent, agent, value, error, at);
      case 2 -> new ModelStarted(RUN, op, parent, agent, "m", at);
      case 3 -> new ModelEnded(RUN, op, parent, agent, "m", Usage.of(1, 1), error, at - 9, at);
      case 4 -> new ToolStarted(RUN, op, parent, agent, "t", value, null, at);
      case 5 -> new ToolEnded(RUN, op, parent, agent, "t", value, value, error, at - 9, at);
      case 6, 7 -> new TaskCreated(RUN, id, "k", agent, List.of("x" + op), 0, null, at);
      case 8 -> new TaskStarted(RUN, id, agent, at);
      case 9 ->
          new TaskBlocked(RUN, id, any(random, TaskBlocked.Reason.values()), other, id, 0, at);
      case 10 ->
          new TaskBlocked(RUN, id, any(random, TaskBlocked.Reason.values()), null, other, at, at);
      case 11 -> new TaskEnded(RUN, id, any(random, TaskEnded.Result.values()), error, at);
      case 12, 13 ->
          new HandoffOffered(
              RUN,
              id,
              agent,
              other,
              any(random, HandoffOffered.Recipient.values()),
              any(random, HandoffOffered.Mode.values()),
              random.nextBoolean(),
              null,
              at);
      case 14 -> new HandoffAccepted(RUN, id, agent, other, at - 5, at);
      case 15 -> new HandoffRejected(RUN, id, agent, other, error == null ? null : "unknown", at);
      case 16 -> new HandoffEnded(RUN, id, agent, other, at - 5, error, at);
      case 17 -> new ArtifactWritten(RUN, parent, agent, id, value, at);
      case 18 ->
          new ResourceAccessed(
              RUN, op, agent, id, value, any(random, ResourceAccessed.Access.values()), at - 3, at);
      case 19 ->
          new JvmObserved(
              RUN,
              List.of(new JvmObserved.LockWait(agent, id, other)),
              List.of(new JvmObserved.Pressure("gc", "old", random.nextDouble())),
              at);
      case 20 ->
          new WorkflowStarted(
              RUN, op, parent, "w", new Shape(any(random, Shape.Kind.values()), 3, 2), at);
      case 21 -> new WorkflowEnded(RUN, op, parent, "w", error, at);
      case 22 ->
          random.nextBoolean()
              ? new ApprovalRequested(RUN, id, agent, null, null, at)
              : new ApprovalDecided(RUN, id, agent, null, "approved", at - 5, at);
      case 23 -> new RunProgressed(RUN, random.nextBoolean() ? id : null, op, 9, null, value, at);
      case 24 ->
          new RunPlanned(
              RUN,
              "desk",
              value,
              random.nextInt(9),
              random.nextBoolean(),
              List.of(new Milestone(id, at + 60_000), new Milestone(value, 0)),
              random.nextBoolean() ? 0 : at + 600_000,
              new Budget(random.nextInt(20), 0, random.nextInt(9), 0),
              at);
      case 25 -> new MilestoneReached(RUN, id, at);
      case 26 -> new TaskReworked(RUN, id, value, at);
      case 27 ->
          new GateDecided(
              RUN, agent, id, value, "x", error == null ? "passed" : "failed", "retry", 1, at);
      case 28 -> new Evaluated(RUN, parent, agent, value, random.nextDouble(), null, at);
      case 29 ->
          random.nextBoolean()
              ? new RunAuthorized(RUN, "desk", value, other, true, at + 5000, null, at)
              : new RunRevoked(RUN, other, null, at);
      case 30 ->
          random.nextBoolean()
              ? new StopEngaged(RUN, "all", other, null, at)
              : new StopCleared(RUN, "all", other, at);
      default ->
          random.nextBoolean() ? new RunPaused(RUN, null, at) : new RunResumed(RUN, null, at);
    };
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}

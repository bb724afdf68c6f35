package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.ApprovalDecided;
import dev.pitwall.engine.signal.ApprovalRequested;
import dev.pitwall.engine.signal.ArtifactWritten;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffRejected;
import dev.pitwall.engine.signal.JvmObserved;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.ModelStarted;
import dev.pitwall.engine.signal.ResourceAccessed;
import dev.pitwall.engine.signal.RunPaused;
import dev.pitwall.engine.signal.RunResumed;
import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.TaskBlocked;
import dev.pitwall.engine.signal.TaskCreated;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskStarted;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.ToolStarted;
import dev.pitwall.engine.signal.Usage;
import dev.pitwall.engine.signal.WorkflowEnded;
import dev.pitwall.engine.signal.WorkflowStarted;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Signals may come in any order, twice, not at all, and from clocks that jump. */
class AnyOrderTest {

  private static final String RUN = Story.RUN;

  @Property(tries = 300)
  void nothingFailsAndEverythingFoundIsResolved(@ForAll long seed) {
    Random random = new Random(seed);
    Story story = new Story();
    story.begin();
    long now = story.now();
    for (int i = 0; i < 400; i++) {
      now += jump(random);
      Signal signal = signal(random, Math.max(1, now));
      story.engine.accept(signal);
      if (random.nextInt(4) == 0) {
        story.engine.accept(signal);
      }
      if (random.nextInt(3) == 0) {
        story.engine.tick(Math.max(1, now));
      }
    }
    story.end();
    for (int i = 0; i < 4; i++) {
      now += Duration.ofMinutes(20).toMillis();
      story.engine.tick(Math.max(1, now) + story.now());
    }
    assertThat(story.failures).isEmpty();
    assertThat(story.resolved)
        .containsExactlyInAnyOrderElementsOf(story.opened.stream().map(Finding::id).toList());
    assertThat(story.engine.runs(now)).isEmpty();
    assertThat(story.left).containsExactly(RUN);
  }

  private static long jump(Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> Duration.ofHours(1).toMillis();
      case 1 -> -Duration.ofMinutes(10).toMillis();
      case 2, 3 -> Duration.ofMinutes(5).toMillis();
      default -> random.nextInt(5000);
    };
  }

  private static Signal signal(Random random, long at) {
    long op = 1L + random.nextInt(8);
    long parent = random.nextInt(8);
    String agent = "a" + random.nextInt(3);
    String other = "a" + random.nextInt(3);
    String id = "x" + random.nextInt(6);
    String value = "v" + random.nextInt(3);
    String error = random.nextInt(3) == 0 ? "429" : null;
    return switch (random.nextInt(24)) {
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
      default ->
          random.nextBoolean() ? new RunPaused(RUN, null, at) : new RunResumed(RUN, null, at);
    };
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}

package dev.pitwall.engine;

import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffRejected;
import dev.pitwall.engine.signal.JvmObserved;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.ModelStarted;
import dev.pitwall.engine.signal.ResourceAccessed;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.TaskBlocked;
import dev.pitwall.engine.signal.TaskCreated;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskStarted;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.ToolStarted;
import dev.pitwall.engine.signal.Usage;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Signals of the story's run that wait for their moment. */
final class Told {

  private static final String RUN = Story.RUN;

  private Told() {}

  static LongFunction<Signal> agentStarts(long operation, long parent, String agent) {
    return at -> new AgentStarted(RUN, operation, parent, agent, null, at);
  }

  static LongFunction<Signal> agentEnds(long operation, long parent, String agent) {
    return at -> new AgentEnded(RUN, operation, parent, agent, null, null, at);
  }

  static LongFunction<Signal> modelStarts(long operation, @Nullable String agent, String model) {
    return at -> new ModelStarted(RUN, operation, 0, agent, model, at);
  }

  static LongFunction<Signal> modelEnds(
      long operation, @Nullable String agent, String model, long took) {
    return at ->
        new ModelEnded(RUN, operation, 0, agent, model, Usage.UNKNOWN, null, at - took, at);
  }

  static LongFunction<Signal> toolStarts(long operation, @Nullable String agent, String tool) {
    return at -> new ToolStarted(RUN, operation, 0, agent, tool, "", null, at);
  }

  static LongFunction<Signal> toolEnds(
      long operation, @Nullable String agent, String tool, @Nullable String result, long took) {
    return at -> new ToolEnded(RUN, operation, 0, agent, tool, "", result, null, at - took, at);
  }

  static LongFunction<Signal> offered(String handoff, String source, String target) {
    return offered(handoff, source, target, HandoffOffered.Recipient.AGENT, true);
  }

  static LongFunction<Signal> offered(
      String handoff,
      String source,
      String target,
      HandoffOffered.Recipient recipient,
      boolean reply) {
    return at ->
        new HandoffOffered(
            RUN,
            handoff,
            source,
            target,
            recipient,
            reply ? HandoffOffered.Mode.RETURN_TO_CALLER : HandoffOffered.Mode.PASS_CONTROL,
            reply,
            null,
            at);
  }

  static LongFunction<Signal> accepted(String handoff, String source, String target, long waited) {
    return at -> new HandoffAccepted(RUN, handoff, source, target, at - waited, at);
  }

  static LongFunction<Signal> rejected(
      String handoff, String source, String target, @Nullable String reason) {
    return at -> new HandoffRejected(RUN, handoff, source, target, reason, at);
  }

  static LongFunction<Signal> finished(String handoff, String source, String target, long worked) {
    return at -> new HandoffEnded(RUN, handoff, source, target, at - worked, null, at);
  }

  static LongFunction<Signal> task(
      String task, @Nullable String type, @Nullable String agent, String... dependencies) {
    return at -> new TaskCreated(RUN, task, type, agent, List.of(dependencies), 0, null, at);
  }

  static LongFunction<Signal> taskStarts(String task, @Nullable String agent) {
    return at -> new TaskStarted(RUN, task, agent, at);
  }

  static LongFunction<Signal> taskEnds(String task) {
    return taskEnds(task, TaskEnded.Result.COMPLETED);
  }

  static LongFunction<Signal> taskEnds(String task, TaskEnded.Result result) {
    return at -> new TaskEnded(RUN, task, result, null, at);
  }

  static LongFunction<Signal> blocked(
      String task, TaskBlocked.Reason reason, @Nullable String on, @Nullable String holder) {
    return at -> new TaskBlocked(RUN, task, reason, on, holder, 0, at);
  }

  static LongFunction<Signal> blockedFor(
      String task, TaskBlocked.Reason reason, @Nullable String holder, long millis) {
    return at -> new TaskBlocked(RUN, task, reason, null, holder, at + millis, at);
  }

  static LongFunction<Signal> accessed(
      String party, String resource, @Nullable String version, ResourceAccessed.Access access) {
    return at -> new ResourceAccessed(RUN, 0, party, resource, version, access, at - 100, at);
  }

  static LongFunction<Signal> locks(JvmObserved.LockWait... waits) {
    return at -> new JvmObserved(RUN, List.of(waits), List.of(), at);
  }

  static LongFunction<Signal> pressure(String kind, String subject, double weight) {
    return at ->
        new JvmObserved(
            RUN, List.of(), List.of(new JvmObserved.Pressure(kind, subject, weight)), at);
  }
}

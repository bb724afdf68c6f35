package dev.pitwall.agent.methods;

import dev.pitwall.bridge.AgentStart;
import dev.pitwall.bridge.AgentStart.Role;
import dev.pitwall.bridge.Declarations;
import dev.pitwall.bridge.Observer;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.RunPlan;
import dev.pitwall.bridge.statement.Answered;
import dev.pitwall.bridge.statement.Asked;
import dev.pitwall.bridge.statement.Created;
import dev.pitwall.bridge.statement.Judged;
import dev.pitwall.bridge.statement.Reached;
import dev.pitwall.bridge.statement.Reworked;
import dev.pitwall.bridge.statement.Scored;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Declares what calls of mapped methods mean. Safe for use by any thread. */
final class MappedCalls {

  private final Supplier<Observer> observer;
  private final MappedHandoffs handoffs;
  private final Values.Failures failures;
  private final AtomicLong calls = new AtomicLong();

  MappedCalls(Supplier<Observer> observer, Values.Failures failures) {
    this.observer = observer;
    this.failures = failures;
    this.handoffs = new MappedHandoffs(this::declarations);
  }

  /** A call begins. */
  Operation<Object> begin(Entry entry, Call call) {
    Values values = new Values(entry, call, failures);
    return switch (entry.kind()) {
      case WORKFLOW -> new MappedOperation(workflow(entry, values), MappedOperation.Ending.NONE);
      case AGENT -> {
        String name = values.text(MappingKey.NAME, entry.method());
        yield new MappedOperation(
            observer.get().startAgent(new AgentStart(name, name, null, null, Role.SERVICE)),
            MappedOperation.Ending.NONE);
      }
      case TASK -> task(entry, values);
      case HANDOFF -> handoffs.begin(entry.method(), values);
      case GATE ->
          new MappedOperation(
              Operation.none(),
              (result, error) -> judge(values(entry, call, result), entry, result, error));
      case APPROVAL -> approval(entry, call, values);
      case MILESTONE ->
          new MappedOperation(
              Operation.none(),
              (result, error) -> {
                if (error == null) {
                  String name = values.text(MappingKey.NAME, entry.method());
                  declarations().declare(null, new Reached(name));
                }
                return result;
              });
    };
  }

  private Operation<Object> workflow(Entry entry, Values values) {
    String name = values.text(MappingKey.NAME, entry.method());
    String run = values.text(MappingKey.RUN);
    long deadline = values.time(MappingKey.DEADLINE);
    // Within another run it is a part of that, which has its own deadline or none.
    if (run == null && deadline != 0 && declarations().currentRun() == null) {
      run = declarations().plan(due(name, deadline));
    }
    return declarations().startRun(name, run);
  }

  private static RunPlan due(String workflow, long deadline) {
    return new RunPlan(workflow, "", 0, false, List.of(), List.of(), deadline, 0, 0, 0, 0);
  }

  private Operation<Object> task(Entry entry, Values values) {
    String id = values.text(MappingKey.ID, entry.method() + "-" + calls.incrementAndGet());
    String agent = values.text(MappingKey.AGENT);
    declarations()
        .declare(
            null,
            new Created(
                id,
                values.text(MappingKey.TYPE, entry.method()),
                agent,
                values.texts(MappingKey.AFTER),
                values.time(MappingKey.DEADLINE),
                values.object(MappingKey.INPUT)));
    return new MappedOperation(
        declarations().startTask(null, id, agent), (result, error) -> "completed");
  }

  private @Nullable Object judge(
      Values values, Entry entry, @Nullable Object result, @Nullable Throwable error) {
    String name = values.text(MappingKey.NAME, entry.method());
    String agent = values.text(MappingKey.AGENT);
    String task = values.text(MappingKey.TASK);
    Double score = values.number(MappingKey.SCORE);
    if (score != null) {
      Double min = values.number(MappingKey.MIN);
      Double max = values.number(MappingKey.MAX);
      declarations()
          .declare(
              null, new Scored(name, agent, score, min == null ? 0 : min, max == null ? 1 : max));
    }
    Boolean passed =
        entry.values().containsKey(MappingKey.PASSED)
            ? values.flag(MappingKey.PASSED)
            : result instanceof Boolean verdict ? verdict : null;
    if (error != null) {
      declarations().declare(null, new Judged(name, agent, task, "error", "pass", 0));
    } else if (passed != null) {
      String action = passed ? "pass" : values.choice(MappingKey.ACTION);
      declarations()
          .declare(null, new Judged(name, agent, task, passed ? "passed" : "failed", action, 0));
      if (action.equals("retry") && task != null) {
        declarations().declare(null, new Reworked(task, name));
      }
    }
    return result;
  }

  private Operation<Object> approval(Entry entry, Call call, Values values) {
    String id = UUID.randomUUID().toString();
    String run = declarations().currentRun();
    declarations()
        .declare(
            run,
            new Asked(
                id,
                values.text(MappingKey.KIND, entry.method()),
                values.text(MappingKey.TOOL),
                values.text(MappingKey.TASK)));
    return new MappedOperation(
        Operation.none(),
        (result, error) -> {
          Values atEnd = values(entry, call, result);
          declarations()
              .declare(
                  run,
                  new Answered(
                      id, answer(entry, atEnd, result, error), atEnd.text(MappingKey.USER)));
          return result;
        });
  }

  // What was answered, unless it cannot be told yes from no.
  private static String answer(
      Entry entry, Values values, @Nullable Object result, @Nullable Throwable error) {
    if (error != null) {
      return error instanceof TimeoutException ? "expired" : "cancelled";
    }
    Boolean approved =
        entry.values().containsKey(MappingKey.APPROVED)
            ? values.flag(MappingKey.APPROVED)
            : result instanceof Boolean answer ? answer : null;
    return approved == null ? "answered" : approved ? "approved" : "rejected";
  }

  private Values values(Entry entry, Call call, @Nullable Object result) {
    return new Values(entry, call.returning(result), failures);
  }

  private Declarations declarations() {
    return observer.get().declarations();
  }
}

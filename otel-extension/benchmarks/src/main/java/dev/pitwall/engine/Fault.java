package dev.pitwall.engine;

import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.signal.Budget;
import dev.pitwall.engine.signal.Evaluated;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffOffered.Mode;
import dev.pitwall.engine.signal.ResourceAccessed;
import dev.pitwall.engine.signal.ResourceAccessed.Access;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.StopEngaged;
import dev.pitwall.engine.signal.TaskBlocked;
import dev.pitwall.engine.signal.TaskCreated;
import dev.pitwall.engine.signal.TaskStarted;
import dev.pitwall.engine.signal.WorkflowStarted;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A run that has the fault of that name, between its start and its end. */
enum Fault {
  LOOP(
      script -> {
        for (int i = 0; i < 10; i++) {
          script
              .tool("researcher", "search", "", null, 1)
              .model("researcher", 100 + 250 * i, 40, 1);
        }
      }),
  PING_PONG(
      script -> {
        long desk = script.newOperation();
        for (int i = 0; i < 7; i++) {
          for (String agent : List.of("sales", "support")) {
            long id = script.newOperation();
            script.agentStarts(id, desk, agent, null).pause(1).agentEnds(id, desk, agent, null);
          }
        }
      }),
  STALL(
      script ->
          script
              .agentStarts(script.newOperation(), 0, "writer", null)
              .modelStarts(script.newOperation(), "writer")
              .pause(720)),
  BOTTLENECK(
      script -> {
        for (int i = 0; i < 5; i++) {
          script.tool("a", "render", "q" + i, null, 1);
        }
        for (int i = 0; i < 30; i++) {
          script.toolStarts(script.newOperation(), "a" + i, "render").pause(9);
        }
      }),
  STRAGGLER(
      script -> {
        long team = script.newOperation();
        Shape five = new Shape(Shape.Kind.PARALLEL, 5, 1);
        script.say(at -> new WorkflowStarted(script.run(), team, 0, "team", five, at));
        for (int i = 0; i < 5; i++) {
          script.agentStarts(10 + i, team, "reader", null);
        }
        script.pause(20);
        for (int i = 0; i < 4; i++) {
          script.agentEnds(10 + i, team, "reader", null);
        }
        script.toolStarts(99, "reader", "fetch").pause(120);
      }),
  RETRY_STORM(
      script -> {
        for (int i = 0; i < 5; i++) {
          script.failingModel("writer", "500", 1);
        }
      }),
  RATE_LIMITED(
      script -> {
        for (int i = 0; i < 3; i++) {
          script.failingModel("writer", "429", 1).pause(4);
        }
      }),
  CONTEXT_OVERFLOW(script -> script.failingModel("writer", "context_length_exceeded", 1)),
  RUNAWAY_COST(
      script -> {
        Budget budget = new Budget(50_000, 0, 0, 0);
        script.say(at -> plan(script, at, false, 0, budget));
        for (int i = 0; i < 8; i++) {
          script.model("writer", 10_000, 100, 2);
        }
      }),
  UNAUTHORIZED_RUN(script -> script.say(at -> plan(script, at, true, 0, Budget.NONE)).pause(1)),
  ACTIVITY_AFTER_STOP(
      script ->
          script
              .say(at -> new StopEngaged(script.run(), "all", "ada", "wrong data", at))
              .pause(1)
              .model("writer", 10, 10, 1)),
  APPROVAL_BYPASSED(script -> script.tool("operator", Week.GUARDED_TOOL, "", null, 5)),
  DEADLOCK(
      script -> {
        task(script, "t1", "write", "writer");
        task(script, "t2", "edit", "editor");
        blocked(script, "t1", "editor");
        blocked(script, "t2", "writer");
        script.pause(40);
      }),
  HANDOFF_LOST(
      script ->
          script
              .say(
                  at ->
                      new HandoffOffered(
                          script.run(),
                          "h",
                          "chief",
                          "writer",
                          Mode.RETURN_TO_CALLER,
                          true,
                          null,
                          at))
              .pause(360)),
  CONTENTION(
      script -> {
        accessed(script, "a", "v1", Access.READ);
        accessed(script, "b", "v1", Access.READ);
        accessed(script, "a", "v2", Access.WRITE);
        accessed(script, "b", "v3", Access.WRITE);
      }),
  DUPLICATE_WORK(
      script -> {
        for (String branch : List.of("market", "history")) {
          long id = script.newOperation();
          Shape alone = new Shape(Shape.Kind.SEQUENCE, 1, 1);
          script.say(at -> new WorkflowStarted(script.run(), id, 0, branch, alone, at)).pause(1);
          script.agentStarts(script.newOperation(), id, "researcher", "tea").pause(1);
        }
        script.pause(6);
      }),
  ORPHANED_TASK(script -> task(script, "t1", "draft", "writer")),
  MILESTONE_AT_RISK(
      script -> {
        script.say(at -> plan(script, at, false, at + 600_000, Budget.NONE));
        script.agentStarts(script.newOperation(), 0, "writer", null);
        for (int i = 0; i < 8; i++) {
          int percent = 2 * i;
          script.pause(50).tool("writer", "look", "q" + i, "a" + i, 1);
          script.say(at -> new RunProgressed(script.run(), null, percent, 100, null, null, at));
        }
      }),
  QUALITY_REGRESSION(
      script -> {
        for (int i = 0; i < 60; i++) {
          String id = script.run() + "-" + i;
          double score = i < 40 ? 0.8 : 0.4;
          script.pause(1).say(at -> new RunStarted(id, "graded", at));
          script.say(at -> new Evaluated(id, 0, "writer", "quality", score, score, at));
          script.say(at -> new RunEnded(id, "graded", null, at));
        }
      });

  @SuppressWarnings("ImmutableEnumChecker") // nothing in it changes
  private final Consumer<Script> course;

  Fault(Consumer<Script> course) {
    this.course = course;
  }

  /** What is to be found. */
  FindingType type() {
    return FindingType.valueOf(name());
  }

  /** The prefix of the ids of its runs. */
  String prefix() {
    return name() + "-";
  }

  Script script(long number, long start) {
    String workflow = name().toLowerCase(Locale.ROOT);
    Script script = new Script(prefix() + number, start).begin(workflow).pause(1);
    course.accept(script);
    return script.pause(1).end(workflow);
  }

  private static RunPlanned plan(
      Script script, long at, boolean authorization, long deadline, Budget budget) {
    return new RunPlanned(
        script.run(), "planned", "hash", 0, authorization, List.of(), deadline, budget, at);
  }

  private static void task(Script script, String id, String type, String agent) {
    script.say(at -> new TaskCreated(script.run(), id, type, agent, List.of(), 0, null, at));
    script.pause(1).say(at -> new TaskStarted(script.run(), id, agent, at));
  }

  private static void blocked(Script script, String task, String on) {
    script.say(
        at -> new TaskBlocked(script.run(), task, TaskBlocked.Reason.AGENT, on, null, 0, at));
  }

  private static void accessed(Script script, String party, String version, Access access) {
    script
        .pause(1)
        .say(
            at ->
                new ResourceAccessed(
                    script.run(), 0, party, "draft", version, access, at - 100, at));
  }
}

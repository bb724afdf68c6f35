package dev.pitwall.engine;

import dev.pitwall.engine.detector.ApprovalSettings;
import dev.pitwall.engine.detector.AuthorizationSettings;
import dev.pitwall.engine.detector.DetectorSettings;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.Budget;
import dev.pitwall.engine.signal.Evaluated;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.ResourceAccessed.Access;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.StopReady.Readiness;
import dev.pitwall.engine.signal.TaskBlocked.Reason;
import dev.pitwall.engine.signal.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One trouble of each type, as plain as it comes, and what is to be blamed for it. */
enum Trouble {
  LOOP(
      "agent:researcher",
      story -> {
        int input = 100;
        for (int i = 0; i < 10; i++) {
          story.tool("researcher", "search", "", null);
          story.model("researcher", "m1", Usage.of(input += 250, 40));
        }
      }),
  PING_PONG(
      "agent:sales",
      story -> {
        long desk = story.nextOperation();
        for (int i = 0; i < 7; i++) {
          story.invocation("sales", desk, null, null).invocation("support", desk, null, null);
        }
      }),
  STALL(
      "model:m1",
      story ->
          story
              .send(Told.agentStarts(1, 0, "writer"))
              .send(Told.modelStarts(2, "writer", "m1"))
              .silence(Duration.ofMinutes(12))),
  BOTTLENECK(
      "tool:render",
      story -> {
        for (int i = 0; i < 5; i++) {
          story.send(Told.toolEnds(100 + i, "a", "render", null, 1000));
        }
        for (int i = 0; i < 30 && story.opened.isEmpty(); i++) {
          story.send(Told.toolStarts(200 + i, "a" + i, "render")).silence(Duration.ofSeconds(9));
        }
      }),
  STRAGGLER(
      "tool:fetch",
      story -> {
        long team = story.workflow("team", 0, Shape.Kind.PARALLEL, 5, 1);
        for (int i = 0; i < 5; i++) {
          story.send(Told.agentStarts(10 + i, team, "reader"));
        }
        story.silence(Duration.ofSeconds(20));
        for (int i = 0; i < 4; i++) {
          story.send(Told.agentEnds(10 + i, team, "reader"));
        }
        story.send(Told.toolStarts(99, "reader", "fetch")).silence(Duration.ofMinutes(2));
      }),
  RETRY_STORM(
      "model:m1",
      story -> {
        for (int i = 0; i < 5; i++) {
          story.failingModel("writer", "m1", "500");
        }
      }),
  RATE_LIMITED(
      "model:m1",
      story -> {
        for (int i = 0; i < 3; i++) {
          story.failingModel("writer", "m1", "429").later(Duration.ofSeconds(4));
        }
      }),
  CONTEXT_OVERFLOW(
      "agent:writer", story -> story.failingModel("writer", "m1", "context_length_exceeded")),
  RUNAWAY_COST(
      "agent:writer",
      story -> {
        for (int i = 0; i < 20; i++) {
          String id = "earlier-" + i;
          Usage usual = Usage.of(40_000, 0);
          story.send(at -> new RunStarted(id, "desk", at));
          story.send(at -> new ModelEnded(id, 1, 0, "writer", "m1", usual, null, at - 1, at));
          story.send(at -> new RunEnded(id, "desk", null, at));
        }
        for (int i = 0; i < 14; i++) {
          story.model("writer", "m1", Usage.of(10_000, 0));
        }
      }),
  UNAUTHORIZED_RUN("authorization:missing", story -> {}),
  ACTIVITY_AFTER_STOP(
      "agent:writer",
      story -> {
        story.engine.engage(new EmergencyStop(null, "ada", "wrong data", story.now()));
        story.send(Told.modelStarts(1, "writer", "m1"));
      }),
  APPROVAL_BYPASSED(
      "agent:operator",
      story -> story.send(Told.toolStarts(1, "operator", "deploy")).silence(Duration.ofSeconds(5))),
  DEADLOCK(
      "edge:t2 → writer",
      story -> {
        story.send(Told.task("t1", "write", "writer")).send(Told.taskStarts("t1", "writer"));
        story.send(Told.task("t2", "edit", "editor")).send(Told.taskStarts("t2", "editor"));
        story.send(Told.blocked("t1", Reason.AGENT, "editor", null));
        story.send(Told.blocked("t2", Reason.AGENT, "writer", null));
        story.silence(Duration.ofSeconds(31));
      }),
  HANDOFF_LOST(
      "edge:chief → writer",
      story ->
          story
              .member("writer", 0, "text")
              .send(Told.offered("h1", "chief", "writer"))
              .silence(Duration.ofMinutes(6))),
  CONTENTION(
      "resource:draft",
      story ->
          story
              .send(Told.accessed("a", "draft", "v1", Access.READ))
              .send(Told.accessed("b", "draft", "v1", Access.READ))
              .send(Told.accessed("a", "draft", "v2", Access.WRITE))
              .send(Told.accessed("b", "draft", "v3", Access.WRITE))),
  DUPLICATE_WORK(
      "edge:history → researcher",
      story -> {
        long market = story.workflow("market", 0, Shape.Kind.SEQUENCE, 1, 1);
        long history = story.workflow("history", 0, Shape.Kind.SEQUENCE, 1, 1);
        story.send(at -> new AgentStarted(Story.RUN, 11, market, "researcher", "tea", at));
        story.send(at -> new AgentStarted(Story.RUN, 12, history, "researcher", "tea", at));
        story.silence(Duration.ofSeconds(6));
      }),
  ORPHANED_TASK(
      "agent:writer",
      story ->
          story
              .send(Told.task("t1", "draft", "writer"))
              .send(Told.taskStarts("t1", "writer"))
              .end()
              .silence(Duration.ofSeconds(11))),
  MILESTONE_AT_RISK(
      "agent:writer",
      story -> {
        story.send(
            at ->
                new RunPlanned(
                    Story.RUN, "desk", "h", 0, false, List.of(), 600_000 + at, Budget.NONE, at));
        story.send(Told.agentStarts(1, 0, "writer"));
        for (int i = 0; i < 8; i++) {
          story.silence(Duration.ofSeconds(50)).tool("writer", "look", "q" + i, "a" + i);
          int percent = 2 * i;
          story.send(at -> new RunProgressed(Story.RUN, null, percent, 100, null, null, at));
        }
      }),
  QUALITY_REGRESSION(
      "agent:writer",
      story -> {
        for (int i = 0; i < 60; i++) {
          String id = "r" + i;
          double score = i < 40 ? 0.8 : 0.4;
          story.send(at -> new RunStarted(id, "desk", at));
          story.send(at -> new Evaluated(id, 0, "writer", "quality", score, score, at));
          story.send(at -> new RunEnded(id, "desk", null, at));
        }
      });

  private final String cause;

  @SuppressWarnings("ImmutableEnumChecker") // nothing in it changes
  private final Consumer<Story> course;

  Trouble(String cause, Consumer<Story> course) {
    this.cause = cause;
    this.course = course;
  }

  FindingType type() {
    return FindingType.valueOf(name());
  }

  /** What the finding is to be put down to. */
  String cause() {
    return cause;
  }

  /** What operators have set, where the trouble is one by their word. */
  EngineSettings settings() {
    DetectorSettings detectors =
        switch (this) {
          case UNAUTHORIZED_RUN ->
              DetectorSettings.DEFAULTS.with(
                  new AuthorizationSettings(Set.of("desk"), Readiness.NONE));
          case APPROVAL_BYPASSED ->
              DetectorSettings.DEFAULTS.with(
                  new ApprovalSettings(Set.of("deploy"), Duration.ofSeconds(2)));
          default -> DetectorSettings.DEFAULTS;
        };
    return new EngineSettings(1000, Duration.ofDays(1), detectors);
  }

  /** Tells it. */
  void happen(Story story) {
    story.begin();
    course.accept(story);
  }
}

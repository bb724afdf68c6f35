package dev.pitwall.engine;

import dev.pitwall.engine.signal.ApprovalDecided;
import dev.pitwall.engine.signal.ApprovalRequested;
import dev.pitwall.engine.signal.ArtifactWritten;
import dev.pitwall.engine.signal.Budget;
import dev.pitwall.engine.signal.Evaluated;
import dev.pitwall.engine.signal.GateDecided;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffOffered.Mode;
import dev.pitwall.engine.signal.MilestoneReached;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunPlanned.Milestone;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.TaskCreated;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskStarted;
import java.util.List;

/** Kinds of runs that have no fault, or that no application should have. */
final class Traffic {

  /** The prefix of the ids of runs in which nothing is wrong. */
  static final String HEALTHY = "healthy-";

  private static final int CHAPTERS = 6;
  private static final int CHAPTER_MILLIS = 50_000;
  private static final int HOSTILE_NAMES = 300;
  private static final String LONG = "x".repeat(100);

  private Traffic() {}

  /**
   * A run as its plan says: chapters as tasks that depend on each other, each handed to a writer
   * who looks things up and asks a model; one is sent back once, and a person decides at the end.
   */
  static Script healthy(long number, long start) {
    Script script = new Script(HEALTHY + number, start);
    String run = script.run();
    script.say(at -> plan(run, at)).begin("book");
    for (int i = 1; i <= CHAPTERS; i++) {
      chapter(script, number, i);
      double done = i;
      script.say(at -> new RunProgressed(run, null, done, CHAPTERS, "chapters", null, at));
      if (i == CHAPTERS / 2) {
        script.say(at -> new MilestoneReached(run, "half", at));
      }
    }
    script.say(at -> new ApprovalRequested(run, "release", "release", null, null, at)).pause(120);
    script.say(
        at -> new ApprovalDecided(run, "release", "release", null, "approved", at - 120_000, at));
    double score = 0.7 + number % 10 / 50.0;
    script.say(at -> new Evaluated(run, 0, "writer", "quality", score, score, at));
    return script.pause(1).end("book");
  }

  private static RunPlanned plan(String run, long at) {
    long expected = CHAPTERS * CHAPTER_MILLIS + 120_000;
    return new RunPlanned(
        run,
        "book",
        "hash",
        CHAPTERS,
        false,
        List.of(new Milestone("half", at + 2 * expected / 3)),
        at + 2 * expected,
        new Budget(1_000_000, 0, 1000, 0),
        at);
  }

  private static void chapter(Script script, long number, int i) {
    String run = script.run();
    String task = "chapter-" + i;
    String handoff = "handoff-" + i;
    String input = number + "/" + i;
    List<String> before = i == 1 ? List.of() : List.of("chapter-" + (i - 1));
    long id = script.newOperation();
    script.say(at -> new TaskCreated(run, task, "chapter", "writer", before, 0, input, at));
    script.say(
        at ->
            new HandoffOffered(
                run, handoff, "chief", "writer", Mode.RETURN_TO_CALLER, true, input, at));
    script.pause(1).say(at -> new HandoffAccepted(run, handoff, "chief", "writer", at - 1000, at));
    script.say(at -> new TaskStarted(run, task, "writer", at));
    script.agentStarts(id, 0, "writer", input);
    for (int call = 0; call < 3; call++) {
      script.tool("writer", "search", input + call, "found " + input + call, 2);
      script.model("writer", 2000 + 500 * call, 400, 12);
    }
    String verdict = i == 2 ? "failed" : "passed";
    script.say(
        at -> new GateDecided(run, "editor", task, "style", "style", verdict, "retry", 1, at));
    if (i == 2) {
      script.model("writer", 3000, 400, 12);
      script.say(
          at -> new GateDecided(run, "editor", task, "style", "style", "passed", "go", 2, at));
    }
    script.say(at -> new ArtifactWritten(run, id, "writer", task, "text of " + input, at));
    script.agentEnds(id, 0, "writer", "text of " + input);
    script.say(at -> new TaskEnded(run, task, TaskEnded.Result.COMPLETED, null, at));
    script
        .say(at -> new HandoffEnded(run, handoff, "chief", "writer", at - 42_000, null, at))
        .pause(1);
  }

  /** A run that starts, works a little, and is never heard of again. */
  static Script abandoned(long number, long start) {
    return new Script("abandoned-" + number, start)
        .begin("abandoned")
        .model("writer", 100, 10, 5)
        .agentStarts(1000, 0, "writer", "input of " + number)
        .modelStarts(1001, "writer");
  }

  /** A run in which every name is long and new, and most of what is opened is never closed. */
  static Script hostile(long number, long start) {
    String workflow = LONG + number;
    Script script = new Script("hostile-" + number, start).begin(workflow);
    String run = script.run();
    for (int i = 0; i < HOSTILE_NAMES; i++) {
      String name = LONG + number + "-" + i;
      script.agentStarts(script.newOperation(), 0, name, name);
      script.tool(name, name, name, name, i % 2);
      script.failingModel(name, name, 0);
      script.say(at -> new TaskCreated(run, name, name, name, List.of(name), 0, name, at));
      script.say(at -> new TaskStarted(run, name, name, at));
      script.say(
          at -> new HandoffOffered(run, name, name, name, Mode.RETURN_TO_CALLER, true, name, at));
      script.say(at -> new ArtifactWritten(run, 0, name, name, name, at));
      script.say(at -> new Evaluated(run, 0, name, name, 0.5, null, at));
    }
    return script.pause(1).end(workflow);
  }
}

package dev.pitwall.engine.detector;

import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.run.Fingerprint;
import dev.pitwall.engine.run.Task;
import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.ArtifactWritten;
import dev.pitwall.engine.signal.Evaluated;
import dev.pitwall.engine.signal.MilestoneReached;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.WorkflowEnded;
import dev.pitwall.engine.signal.WorkflowStarted;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/*
 * A loop is work that repeats itself and leaves nothing new behind. Counting calls does not tell it from work: a poll whose
 * answers change, a page after a page, a review whose score moves are many calls too. So a step is known by what went in
 * and what came out, and two steps are equal only if both are.
 *
 * Two kinds of course are followed:
 *   - an agent's tool calls: (tool, hash of arguments, hash of result), kept over its invocations;
 *   - the members of a workflow, or the agents that one agent or the run itself calls, in the order in which they end:
 *     (agent, hash of input, hash of output). Where the input is not known, only those of a workflow that calls each for a
 *     reason of its own: a classifier that gives a hundred texts one label is no loop. Nor are members that work at
 *     once, however equal: a vote.
 * A course is in a loop when the last minSteps steps, and at least minCycles whole cycles, equal the ones before them, for
 * any cycle of up to eight steps (RepetitionCounter has the algorithm and its bound). Failing calls are no steps: failing
 * again and again is another kind of trouble. A course starts anew when an artifact of its agent or of its workflow takes a
 * value that it did not have before, a task is completed, a milestone or progress is reported, or a score moves; that also
 * ends the loop, as does any step that leaves the cycle.
 *
 * Where less is known, `doubt` times as many steps must be equal:
 *   - a call whose arguments are known and that brought nothing back is an empty-handed step;
 *   - with standard spans only there are no hashes. But an agent that goes on in one conversation sends all of it each
 *     time, and equal calls with equal answers make it grow by the same number of tokens each time. So a turn is known by
 *     the tools called, by how much the input grew, and by the output's tokens. Pages and polls differ in length; turns
 *     that add nothing are fresh conversations and no steps.
 * Members without hashes of outputs are not comparable, and no loop of them is found.
 *
 * Onset is the first step that repeated. At most MAX_COURSES of each kind are followed in a run; beyond that an agent or
 * workflow is not.
 */
/** Finds agents and workflows that repeat equal steps with equal results and no new artifact. */
public final class LoopDetector implements Detector {

  private static final int MAX_COURSES = 256;
  private static final int MAX_SCORES = 64;

  private final LoopSettings settings;
  private final Scene scene;
  private final Map<String, ToolCourse> agents = new HashMap<>(4);
  private final Map<Long, Members> members = new HashMap<>(4);
  private final Map<Long, Under> under = new HashMap<>(4);
  private @Nullable Map<String, Double> scores;

  /**
   * Operations called by one, whether they take turns, and whether equal outputs of them are worth
   * comparing.
   */
  private record Members(Course course, boolean turns, boolean comparable) {}

  /** What an operation was called by and with. */
  private record Under(long parent, @Nullable String inputHash) {}

  private LoopDetector(LoopSettings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
  }

  /** Needs members or an agent's tool calls to compare. */
  static Factory factory(LoopSettings settings) {
    return Factory.startingWith(
        Set.of(WorkflowStarted.class, AgentStarted.class, ToolEnded.class),
        scene -> new LoopDetector(settings, scene));
  }

  @Override
  public void on(WorkflowStarted started) {
    if (members.size() < MAX_COURSES) {
      boolean turns = started.shape().kind() != Shape.Kind.PARALLEL;
      members.put(started.operation(), new Members(new Course(), turns, turns));
      under.put(started.operation(), new Under(started.parent(), null));
    }
  }

  @Override
  public void on(WorkflowEnded ended) {
    over(ended.operation(), ended.at());
  }

  @Override
  public void on(AgentStarted started) {
    if (under.size() < MAX_COURSES) {
      under.put(started.operation(), new Under(started.parent(), started.inputHash()));
    }
  }

  @Override
  public void on(AgentEnded ended) {
    Under around = under.get(ended.operation());
    String input = around == null ? null : around.inputHash();
    over(ended.operation(), ended.at());
    if (ended.error() != null || ended.outputHash() == null) {
      return;
    }
    Members called = members.get(ended.parent());
    if (called == null && input != null && members.size() < MAX_COURSES) {
      called = new Members(new Course(), true, false);
      members.put(ended.parent(), called);
    }
    if (called != null && called.turns() && (called.comparable() || input != null)) {
      Course course = called.course();
      long step = Fingerprint.of(ended.agent(), input, ended.outputHash());
      course.step(step, ended.agent(), ended.at());
      judge(course, ended.at(), period -> LoopDraft.ofMembers(course, period));
    }
  }

  @Override
  public void on(ToolEnded call) {
    if (call.agent() == null || call.error() != null) {
      return;
    }
    ToolCourse tools = toolsOf(call.agent());
    if (tools == null) {
      return;
    }
    if (call.argumentsHash().isEmpty()) {
      tools.calledUnhashed(call.tool());
      return;
    }
    if (call.resultHash() == null) {
      tools.course().doubt();
    }
    tools.answered(call);
    step(tools, Fingerprint.of(call.tool(), call.argumentsHash(), call.resultHash()), call.at());
  }

  @Override
  public void on(ModelEnded call) {
    ToolCourse tools = call.agent() == null ? null : agents.get(call.agent());
    if (tools != null && call.error() == null) {
      long turn = tools.turn(call.usage());
      if (turn != ToolCourse.NO_TURN) {
        tools.course().doubt();
        step(tools, turn, call.at());
      }
    }
  }

  @Override
  public void on(ArtifactWritten written) {
    if (scene.run().news()) {
      achieved(written.agent(), written.parent(), written.at());
    }
  }

  @Override
  public void on(Evaluated evaluated) {
    if (scores == null) {
      scores = new HashMap<>(2);
    }
    String key = evaluated.agent() + "/" + evaluated.evaluation();
    if (scores.size() >= MAX_SCORES && !scores.containsKey(key)) {
      return;
    }
    Double before = scores.put(key, evaluated.score());
    if (before == null || before != evaluated.score()) {
      achieved(evaluated.agent(), evaluated.parent(), evaluated.at());
    }
  }

  @Override
  public void on(TaskEnded ended) {
    if (ended.result() == TaskEnded.Result.COMPLETED) {
      Task task = scene.run().tasks().get(ended.task());
      String agent = task == null ? null : task.agent();
      if (agent == null) {
        everything(ended.at());
      } else {
        achieved(agent, 0, ended.at());
        members.values().forEach(called -> called.course().newCourse(ended.at()));
      }
    }
  }

  @Override
  public void on(MilestoneReached reached) {
    everything(reached.at());
  }

  @Override
  public void on(RunProgressed progressed) {
    if (scene.run().news()) {
      everything(progressed.at());
    }
  }

  private void step(ToolCourse tools, long step, long at) {
    Course course = tools.course();
    course.step(step, tools.tool(), at);
    judge(course, at, period -> LoopDraft.ofTools(tools, agents.values(), period));
  }

  private void judge(Course course, long at, IntFunction<Draft> loop) {
    int period = course.period(settings.minSteps(), settings.minCycles(), settings.doubt());
    FindingSink.OpenFinding open = course.finding();
    if (period == 0) {
      course.over(at);
    } else if (open == null) {
      int repeated = course.repeatedSteps(period);
      course.found(scene.findings().open(loop.apply(period), at), repeated);
    } else if (course.isWorthSaying(course.repeatedSteps(period))) {
      Draft now = loop.apply(period);
      open.update(said -> now.withSeverity(Severity.CRITICAL), at);
    }
  }

  private void over(long operation, long at) {
    under.remove(operation);
    Members called = members.remove(operation);
    if (called != null) {
      called.course().over(at);
    }
  }

  private void achieved(@Nullable String agent, long operation, long at) {
    ToolCourse tools = agent == null ? null : agents.get(agent);
    if (tools != null) {
      tools.course().newCourse(at);
    }
    long around = operation;
    // A parent is never deeper than all there are: bogus signals may claim a circle.
    for (int depth = 0; depth <= MAX_COURSES; depth++) {
      Members called = members.get(around);
      if (called != null) {
        called.course().newCourse(at);
      }
      Under above = under.get(around);
      if (above == null) {
        return;
      }
      around = above.parent();
    }
  }

  private void everything(long at) {
    agents.values().forEach(tools -> tools.course().newCourse(at));
    members.values().forEach(called -> called.course().newCourse(at));
  }

  private @Nullable ToolCourse toolsOf(String agent) {
    ToolCourse tools = agents.get(agent);
    if (tools == null && agents.size() < MAX_COURSES) {
      tools = new ToolCourse(agent);
      agents.put(agent, tools);
    }
    return tools;
  }
}

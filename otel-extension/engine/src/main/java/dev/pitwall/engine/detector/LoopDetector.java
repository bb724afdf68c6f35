package dev.pitwall.engine.detector;

import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.run.Fingerprint;
import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.ArtifactWritten;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.WorkflowEnded;
import dev.pitwall.engine.signal.WorkflowStarted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
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
 *   - the members of a workflow, in the order in which they end: (agent, hash of output).
 * A course is in a loop when the last minSteps steps, and at least minCycles whole cycles, equal the ones before them, for
 * any cycle of up to eight steps (RepetitionCounter has the algorithm and its bound). Failing calls are no steps: failing
 * again and again is another kind of trouble. A course starts anew when an artifact of its agent or of its workflow takes a
 * value that it did not have before; that also ends the loop, as does any step that leaves the cycle.
 *
 * Needs tool calls with hashes of arguments and results, or members with hashes of outputs; without them a step is not
 * comparable and no loop is found. Onset is the first step that repeated. The course of each agent and open workflow is kept,
 * at most MAX_COURSES of them a run; beyond that the agent is not followed.
 */
/** Finds agents and workflows that repeat equal steps with equal results and no new artifact. */
public final class LoopDetector implements Detector {

  private static final int MAX_COURSES = 256;

  private final LoopSettings settings;
  private final Scene scene;
  private final Map<String, Course> agents = new HashMap<>();
  private final Map<Long, Course> workflows = new HashMap<>();
  private final Map<Long, Long> parents = new HashMap<>();

  private LoopDetector(LoopSettings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
  }

  /** Needs a workflow's members or an agent's tool calls to compare. */
  static Factory factory(LoopSettings settings) {
    return Factory.startingWith(
        Set.of(WorkflowStarted.class, ToolEnded.class), scene -> new LoopDetector(settings, scene));
  }

  @Override
  public void on(WorkflowStarted started) {
    if (workflows.size() < MAX_COURSES) {
      workflows.put(started.operation(), new Course());
      parents.put(started.operation(), started.parent());
    }
  }

  @Override
  public void on(WorkflowEnded ended) {
    Course course = workflows.remove(ended.operation());
    parents.remove(ended.operation());
    if (course != null) {
      course.leaveLoop(ended.at());
    }
  }

  @Override
  public void on(AgentStarted started) {
    if (parents.size() < MAX_COURSES) {
      parents.put(started.operation(), started.parent());
    }
  }

  @Override
  public void on(ToolEnded call) {
    if (call.agent() == null || call.error() != null || call.resultHash() == null) {
      return;
    }
    Course course = courseOf(call.agent());
    if (course != null) {
      long step = Fingerprint.of(call.tool(), call.argumentsHash(), call.resultHash());
      course.step(step, call.tool(), call.at());
      judge(course, call.at(), period -> toolLoop(call, course, period));
    }
  }

  @Override
  public void on(AgentEnded ended) {
    parents.remove(ended.operation());
    Course course = workflows.get(ended.parent());
    if (course != null && ended.error() == null && ended.outputHash() != null) {
      course.step(Fingerprint.of(ended.agent(), ended.outputHash()), ended.agent(), ended.at());
      judge(course, ended.at(), period -> memberLoop(course, period));
    }
  }

  @Override
  public void on(ArtifactWritten written) {
    if (!scene.run().news()) {
      return;
    }
    if (written.agent() != null && agents.containsKey(written.agent())) {
      agents.get(written.agent()).newCourse(written.at());
    }
    for (Long operation = written.parent(); operation != null; operation = parents.get(operation)) {
      Course course = workflows.get(operation);
      if (course != null) {
        course.newCourse(written.at());
      }
    }
  }

  private @Nullable Course courseOf(String agent) {
    Course course = agents.get(agent);
    if (course == null && agents.size() < MAX_COURSES) {
      course = new Course();
      agents.put(agent, course);
    }
    return course;
  }

  private void judge(Course course, long at, IntFunction<Draft> loop) {
    int period = course.loopingPeriod(settings);
    if (period == 0) {
      course.leaveLoop(at);
    } else if (!course.isLoop()) {
      course.loop(scene.findings().open(loop.apply(period), at));
    }
  }

  private static Draft toolLoop(ToolEnded call, Course course, int period) {
    List<String> tools = course.cycle(period);
    String agent = String.valueOf(call.agent());
    return new Draft(
        FindingType.LOOP,
        Severity.CRITICAL,
        agent,
        agent,
        Set.of(agent, call.tool()),
        List.of(new Cause("agent", agent, 0.7), new Cause("tool", call.tool(), 0.3)),
        "%s repeats %s with equal arguments and equal results: %d steps in a row, nothing new written"
            .formatted(agent, String.join(" → ", tools), course.repeatedSteps(period) + period),
        "Stop the run or lower the agent's limit of tool calls; then see why the answer of %s does not satisfy it."
            .formatted(call.tool()),
        course.onset(period));
  }

  private static Draft memberLoop(Course course, int period) {
    List<String> cycle = fromTheSmallest(course.cycle(period));
    List<String> members = cycle.stream().distinct().toList();
    // Which of them should have done something else cannot be told from here.
    double share = 1.0 / members.size();
    return new Draft(
        FindingType.LOOP,
        Severity.CRITICAL,
        members.size() == 1 ? members.get(0) : null,
        String.join(" → ", cycle),
        Set.copyOf(members),
        members.stream().map(member -> new Cause("agent", member, share)).toList(),
        "%s go round with equal outputs: %d steps in a row, nothing new written"
            .formatted(String.join(" → ", cycle), course.repeatedSteps(period) + period),
        "Stop the run or lower the loop's limit; then see why the exit condition is not met.",
        course.onset(period));
  }

  // The same cycle has the same name wherever it was caught.
  private static List<String> fromTheSmallest(List<String> cycle) {
    List<String> rotated = new ArrayList<>(cycle);
    Collections.rotate(rotated, -cycle.indexOf(Collections.min(cycle)));
    return rotated;
  }
}

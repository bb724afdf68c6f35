package dev.pitwall.engine.detector;

import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** How a loop is said. */
final class LoopDraft {

  private LoopDraft() {}

  static Draft ofTools(ToolCourse looping, Collection<ToolCourse> all, int period) {
    Course course = looping.course();
    List<String> tools = course.cycle(period);
    String agent = looping.agent();
    String tool = looping.tool();
    // Whoever asks the same again is to be suspected first. A tool that gives the same answer to
    // other
    // questions, or to others, may be what is broken.
    long others =
        all.stream().filter(other -> other != looping && other.hasAnswerOf(looping)).count();
    double suspicion = 3 + 2 * Math.min(5, looping.answersToOthers()) + 5 * Math.min(2, others);
    Ranking ranking = new Ranking().add("agent", agent, 7);
    tools.stream()
        .distinct()
        .forEach(one -> ranking.add("tool", one, one.equals(tool) ? suspicion : 1));
    return new Draft(
        FindingType.LOOP,
        course.isDoubtful() ? Severity.WARNING : Severity.CRITICAL,
        agent,
        agent,
        Set.of(agent, tool),
        ranking.causes(),
        "%s repeats %s with %s: %d steps in a row, nothing new written"
            .formatted(
                agent,
                String.join(" → ", tools),
                course.isDoubtful()
                    ? "answers that are empty or of equal length"
                    : "equal arguments and equal results",
                course.repeatedSteps(period) + period),
        "Stop the run or lower the agent's limit of tool calls; then see why the answer of %s does not satisfy it."
            .formatted(tool),
        course.onset(period));
  }

  static Draft ofMembers(Course course, int period) {
    List<String> cycle = fromTheSmallest(course.cycle(period));
    List<String> members = cycle.stream().distinct().toList();
    // The first that did the same again is where the course came back to itself.
    Ranking ranking = new Ranking().add("agent", course.firstToRepeat(period), 1);
    members.forEach(member -> ranking.add("agent", member, 1));
    return new Draft(
        FindingType.LOOP,
        Severity.CRITICAL,
        members.size() == 1 ? members.get(0) : null,
        String.join(" → ", cycle),
        Set.copyOf(members),
        ranking.causes(),
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

package dev.pitwall.replay.follow;

import dev.pitwall.replay.record.Span;
import dev.pitwall.replay.record.Step;
import dev.pitwall.replay.record.StepKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The runs that are followed. Where Pitwall has named a run, that is it. Otherwise everything in
 * one trace is one run, which has the trace's id; calls that are traces of their own belong
 * together by their conversation.
 */
final class FollowedRuns {

  private static final int CAPACITY = 100_000;

  private final Predicate<String> announced;
  private final Map<String, FollowedRun> runs = bounded();
  private final Map<String, Integer> ended = bounded();

  /**
   * @param announced whether the recording has the entry of a run's beginning
   */
  FollowedRuns(Predicate<String> announced) {
    this.announced = announced;
  }

  private static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > CAPACITY;
      }
    };
  }

  /** The run that Pitwall has named so, or null if it is over: what comes then is not of it. */
  @Nullable FollowedRun ours(String id) {
    if (ended.containsKey(id)) {
      return null;
    }
    return runs.computeIfAbsent(id, key -> new FollowedRun(id, id, true, announced.test(id)));
  }

  /** The run that is known under a name, or null. */
  @Nullable FollowedRun known(String id) {
    return runs.get(id);
  }

  /** The run of a step that Pitwall has not recorded and that has no step around it. */
  FollowedRun ofOthers(Span span, Step step) {
    String conversation = step.conversation();
    boolean alone =
        span.parent() == 0 && (step.kind() == StepKind.MODEL || step.kind() == StepKind.TOOL);
    String key = alone && conversation != null ? conversation : span.trace().text();
    return runs.computeIfAbsent(
        key,
        name -> {
          int before = ended.getOrDefault(name, 0);
          String id = before == 0 ? name : name + "-" + (before + 1);
          FollowedRun run = new FollowedRun(name, id, false, false);
          run.workflow = workflow(step);
          return run;
        });
  }

  /** What the workflow of a run is called whose first step is this. */
  static String workflow(Step step) {
    if (step.kind() == StepKind.WORKFLOW || step.kind() == StepKind.AGENT) {
      return step.name();
    }
    String agent = step.agent();
    return agent == null ? step.service() : agent;
  }

  /** A run is over. */
  void end(FollowedRun run) {
    runs.remove(run.key, run);
    ended.merge(run.key, 1, Integer::sum);
  }
}

package dev.pitwall.engine.detector;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of one agent, or of the members of one workflow, and the loop they are in, if any. */
final class Course {

  private final RepetitionCounter counter = new RepetitionCounter();
  private final Deque<String> labels = new ArrayDeque<>(RepetitionCounter.LONGEST_CYCLE);
  private FindingSink.@Nullable OpenFinding loop;

  void step(long fingerprint, String label, long at) {
    if (labels.size() == RepetitionCounter.LONGEST_CYCLE) {
      labels.removeFirst();
    }
    labels.addLast(label);
    counter.add(fingerprint, at);
  }

  int loopingPeriod(LoopSettings settings) {
    return counter.period(settings.minSteps(), settings.minCycles());
  }

  int repeatedSteps(int period) {
    return counter.repeated(period);
  }

  long onset(int period) {
    return counter.since(period);
  }

  /** The labels of the latest {@code period} steps, oldest first. */
  List<String> cycle(int period) {
    return labels.stream().skip(Math.max(0, labels.size() - period)).toList();
  }

  boolean isLoop() {
    return loop != null;
  }

  void loop(FindingSink.OpenFinding opened) {
    loop = opened;
  }

  void newCourse(long at) {
    counter.reset();
    leaveLoop(at);
  }

  void leaveLoop(long at) {
    if (loop != null) {
      loop.resolve(at);
      loop = null;
    }
  }
}

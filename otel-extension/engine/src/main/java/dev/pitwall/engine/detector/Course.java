package dev.pitwall.engine.detector;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps that follow one another, and what was found of their repetition, if anything. */
final class Course {

  private final RepetitionCounter counter = new RepetitionCounter();
  // Labels of the latest steps, kept from the first repetition on: a cycle that is caught has
  // repeated as a whole since then.
  private @Nullable String[] labels = {};
  private int labelled;
  private boolean doubtful;
  private int sinceDoubt;
  private FindingSink.@Nullable OpenFinding finding;
  private int said;

  void step(long fingerprint, String label, long at) {
    sinceDoubt++;
    counter.add(fingerprint, at);
    if (!counter.repeats()) {
      labelled = 0;
      return;
    }
    if (labels.length == 0) {
      labels = new String[RepetitionCounter.LONGEST_CYCLE];
    }
    labels[labelled % labels.length] = label;
    labelled++;
  }

  /**
   * The period in which it repeats itself for so many steps and whole cycles at least, or 0; where
   * one of so many latest steps is doubtful, for {@code doubt} times as many.
   */
  int period(int minSteps, int minCycles, int doubt) {
    return doubtful && sinceDoubt <= minSteps
        ? counter.period(minSteps * doubt, minCycles * doubt)
        : counter.period(minSteps, minCycles);
  }

  int repeatedSteps(int period) {
    return counter.repeated(period);
  }

  long onset(int period) {
    return counter.since(period);
  }

  /** The labels of the latest {@code period} steps, oldest first. */
  List<String> cycle(int period) {
    List<String> cycle = new ArrayList<>(period);
    for (int i = Math.max(0, labelled - period); i < labelled; i++) {
      cycle.add(String.valueOf(labels[i % labels.length]));
    }
    return cycle;
  }

  /** Whose step was the first that repeated an earlier one. */
  String firstToRepeat(int period) {
    List<String> cycle = cycle(period);
    return cycle.get(cycle.size() - 1 - (counter.repeated(period) - 1) % period);
  }

  /** Equal steps may have been different, as far as is known. */
  void doubt() {
    doubtful = true;
    sinceDoubt = 0;
  }

  boolean isDoubtful() {
    return doubtful;
  }

  FindingSink.@Nullable OpenFinding finding() {
    return finding;
  }

  void found(FindingSink.OpenFinding opened, int repeated) {
    finding = opened;
    said = repeated;
  }

  /** Whether so many repetitions are worth saying anew: twice as many as were said last. */
  boolean isWorthSaying(int repeated) {
    if (repeated < 2 * said) {
      return false;
    }
    said = repeated;
    return true;
  }

  /** Begins anew, also as to what it is compared with. */
  void newCourse(long at) {
    counter.reset();
    labelled = 0;
    doubtful = false;
    over(at);
  }

  /** Something was achieved: repetition counts from here, compared with what was before. */
  void achieved(long at) {
    counter.forgive();
    labelled = 0;
    doubtful = false;
    over(at);
  }

  /** What was found of it is over. */
  void over(long at) {
    if (finding != null) {
      finding.resolve(at);
      finding = null;
    }
  }
}

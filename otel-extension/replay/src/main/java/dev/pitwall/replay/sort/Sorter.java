package dev.pitwall.replay.sort;

import dev.pitwall.replay.record.Observation;
import dev.pitwall.replay.record.Observation.Logged;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Sorts observations by time in bounded memory: what does not fit is written to temporary files,
 * each sorted, which are merged at the end. What was recorded twice comes out once. Not safe for
 * use by several threads.
 *
 * <pre>{@code
 * try (Sorter sorter = new Sorter(64 << 20)) {
 *   sorter.add(observation);
 *   sorter.drain(each -> ...);
 * }
 * }</pre>
 */
public final class Sorter implements AutoCloseable {

  private static final Comparator<Observation> BY_TIME = new ByTime();
  // As measured with the heap of a million of them; texts that come often are shared.
  private static final int SPAN_BYTES = 320;
  private static final int ENTRY_BYTES = 700;

  private final long budget;
  private final List<SortedRun> spilled = new ArrayList<>();
  private List<Observation> buffer = new ArrayList<>();
  private long used;
  private long twice;

  /**
   * @param budget how many bytes of memory may be used, roughly
   */
  public Sorter(long budget) {
    this.budget = budget;
  }

  /** Takes an observation. */
  public void add(Observation observation) throws IOException {
    if (used > budget) {
      spill();
    }
    buffer.add(observation);
    used += observation instanceof Logged ? ENTRY_BYTES : SPAN_BYTES;
  }

  private void spill() throws IOException {
    buffer.sort(BY_TIME);
    spilled.add(SortedRun.write(buffer));
    buffer = new ArrayList<>();
    used = 0;
  }

  /** Gives all observations in order; they are gone then. */
  public void drain(Consumer<Observation> taker) {
    buffer.sort(BY_TIME);
    PriorityQueue<Head> heads =
        new PriorityQueue<>((one, other) -> BY_TIME.compare(one.observation, other.observation));
    for (SortedRun run : spilled) {
      heads.add(new Head(run));
    }
    if (!buffer.isEmpty()) {
      heads.add(new Head(buffer.iterator()));
    }
    Observation last = null;
    while (!heads.isEmpty()) {
      Head head = heads.remove();
      Observation observation = head.observation;
      if (observation.equals(last)) {
        twice++;
      } else {
        taker.accept(observation);
        last = observation;
      }
      if (head.advance()) {
        heads.add(head);
      }
    }
  }

  /** How many temporary files were needed. */
  public int spills() {
    return spilled.size();
  }

  /** How many observations were left out because they had been recorded before. */
  public long twice() {
    return twice;
  }

  @Override
  public void close() throws IOException {
    for (SortedRun run : spilled) {
      run.close();
    }
  }

  private static final class Head {
    private final Iterator<Observation> rest;
    private Observation observation;

    Head(Iterator<Observation> rest) {
      this.rest = rest;
      this.observation = rest.next();
    }

    boolean advance() {
      if (!rest.hasNext()) {
        return false;
      }
      observation = rest.next();
      return true;
    }
  }
}

package dev.pitwall.replay.record;

import dev.pitwall.log.Entry;

/** Something that happened at one moment. */
public sealed interface Observation {

  /** When, epoch nanoseconds: the first key of the order. */
  long nanos();

  /** What comes first at the same moment: smaller ones do. */
  int rank();

  /** What comes first among those of one rank. */
  long order();

  /** Tells those apart that are otherwise at one place; not random. */
  long id();

  /** A span began. At one moment the longest is first, for it is around the others. */
  record Opened(Span span) implements Observation {
    @Override
    public long nanos() {
      return span.start();
    }

    @Override
    public int rank() {
      return 2;
    }

    @Override
    public long order() {
      return -span.end();
    }

    @Override
    public long id() {
      return span.id();
    }
  }

  /** A span of a step ended. One without duration ends after it began. */
  record Closed(Span span) implements Observation {
    @Override
    public long nanos() {
      return span.end();
    }

    @Override
    public int rank() {
      return span.start() == span.end() ? 3 : 0;
    }

    @Override
    public long order() {
      return -span.start();
    }

    @Override
    public long id() {
      return span.id();
    }
  }

  /**
   * An entry of the workflow log was written.
   *
   * @param sequence its place in its run's log
   * @param trace the trace in which it was written
   * @param within the span in which it was written, or 0
   */
  record Logged(Entry entry, long nanos, long sequence, TraceId trace, long within)
      implements Observation {
    @Override
    public int rank() {
      return 1;
    }

    @Override
    public long order() {
      return sequence;
    }

    @Override
    public long id() {
      return ((long) entry.run().hashCode() << 32) ^ entry.event().hashCode();
    }
  }
}

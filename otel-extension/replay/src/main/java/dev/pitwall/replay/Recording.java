package dev.pitwall.replay;

import dev.pitwall.replay.follow.Announced;
import dev.pitwall.replay.input.Lines;
import dev.pitwall.replay.input.Source;
import dev.pitwall.replay.otlp.RequestReader;
import dev.pitwall.replay.otlp.RequestReader.MalformedLine;
import dev.pitwall.replay.record.Observation;
import dev.pitwall.replay.record.Observation.Logged;
import dev.pitwall.replay.record.Observation.Opened;
import dev.pitwall.replay.sort.Sorter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All that was recorded, read from files and sorted by time. */
final class Recording implements AutoCloseable {

  private static final int LONGEST_LINE = 256 << 20;
  private static final int MOST_COMPLAINTS = 20;

  private final Progress progress;
  private final Consumer<String> complaints;
  private final RequestReader reader = new RequestReader();
  private final Announced announced = new Announced();
  private final Sorter sorter;
  private final List<Observation> line = new ArrayList<>();
  private long bytes;
  private long lines;
  private long malformed;
  private long spans;
  private long steps;
  private long entries;
  private long earliest = Long.MAX_VALUE;

  /**
   * @param budget how much memory sorting may take, bytes
   * @param complaints takes one line for each line that is left out
   */
  Recording(long budget, Progress progress, Consumer<String> complaints) {
    this.sorter = new Sorter(budget);
    this.progress = progress;
    this.complaints = complaints;
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read; lines that are no good are no reason
   */
  void read(String file) throws IOException {
    try (Source source = Source.open(file)) {
      Lines all = new Lines(source.stream(), LONGEST_LINE);
      while (all.next()) {
        lines++;
        if (all.isTooLong()) {
          leaveOut(source, all, "longer than %d MiB".formatted(LONGEST_LINE >> 20));
        } else {
          read(source, all);
        }
        progress.read(bytes + all.read(), lines);
      }
      bytes += all.read();
    }
  }

  private void read(Source source, Lines all) throws IOException {
    line.clear();
    try {
      reader.read(all.buffer(), all.offset(), all.length(), line);
    } catch (MalformedLine e) {
      leaveOut(source, all, e.reason());
      return;
    }
    for (Observation observation : line) {
      add(observation);
    }
  }

  private void add(Observation observation) throws IOException {
    sorter.add(observation);
    earliest = Math.min(earliest, observation.nanos());
    if (observation instanceof Logged logged) {
      entries++;
      announced.note(logged.entry());
    } else if (observation instanceof Opened opened) {
      spans++;
      steps += opened.span().step() == null ? 0 : 1;
    }
  }

  private void leaveOut(Source source, Lines all, String reason) {
    malformed++;
    if (malformed <= MOST_COMPLAINTS) {
      complaints.accept("%s, line %d: left out, %s".formatted(source.name(), all.number(), reason));
    } else if (malformed == MOST_COMPLAINTS + 1) {
      complaints.accept("more lines are left out; the summary says how many");
    }
  }

  /** Gives all observations in order of time, once. */
  void drain(Consumer<Observation> taker) {
    sorter.drain(taker);
  }

  /** Which runs begin in it. */
  Announced announced() {
    return announced;
  }

  /** When the first span or entry is, epoch nanoseconds; the largest number if there is none. */
  long earliest() {
    return earliest;
  }

  /** The last moment of which anything in it tells, epoch nanoseconds. */
  long latest() {
    return reader.latest();
  }

  /** How many lines are no export requests. */
  long malformed() {
    return malformed;
  }

  /** What was read, in a few lines for people. */
  String summary() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%,d lines, %,.1f MB: %,d spans, %,d of them steps of runs, and %,d entries of the workflow log%n"
            .formatted(lines, bytes / 1e6, spans, steps, entries));
    if (malformed > 0) {
      text.append("%,d lines left out: they are no export requests%n".formatted(malformed));
    }
    if (reader.unusable() > 0) {
      text.append("%,d spans left out: they have no id or no time%n".formatted(reader.unusable()));
    }
    if (sorter.twice() > 0) {
      text.append(
          "%,d times the same was recorded twice and counts once%n".formatted(sorter.twice()));
    }
    if (sorter.spills() > 0) {
      text.append("sorted with %,d temporary files%n".formatted(sorter.spills()));
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    sorter.close();
  }
}

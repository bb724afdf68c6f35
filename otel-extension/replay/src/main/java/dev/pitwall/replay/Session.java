package dev.pitwall.replay;

import dev.pitwall.agent.settings.PitwallSettings;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.replay.Comparison.Difference;
import dev.pitwall.replay.Options.Format;
import dev.pitwall.replay.propose.PastRuns;
import dev.pitwall.replay.propose.Proposal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One use of the command: read, replay once or twice, print. */
final class Session {

  private static final int LINES_LEFT_OUT = 3;
  private static final int FAILED = 1;
  private static final long MILLI = 1_000_000;
  private static final long MOST_MEMORY = 1L << 30;

  private final Options options;
  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, Integer> byType = new TreeMap<>();
  private @Nullable Severity worst;

  Session(Options options, PrintStream out, PrintStream err) {
    this.options = options;
    this.out = out;
    this.err = err;
  }

  /**
   * Does it; the exit code.
   *
   * @throws IOException if a file cannot be read, with a message for people
   */
  int run() throws IOException {
    PitwallSettings settings = SettingsFile.read(options.config(), err::println);
    PitwallSettings others =
        options.compare() == null ? null : SettingsFile.read(options.compare(), err::println);
    checkFiles();
    Progress progress = new Progress(err, System::nanoTime);
    try (Recording recording = new Recording(budget(), progress, err::println)) {
      for (String file : options.files()) {
        read(recording, file);
      }
      PastRuns past = new PastRuns();
      if (others != null) {
        compare(recording, progress, settings, others, past);
      } else {
        replay(recording, progress, List.of(first(recording, settings, this::print, past)));
      }
      if (options.propose() != null) {
        propose(options.propose(), recording, new Proposal(past, settings));
      }
      summary(recording);
      if (worst != null && options.failOn() != null && worst.compareTo(options.failOn()) >= 0) {
        return FAILED;
      }
      return recording.malformed() > 0 ? LINES_LEFT_OUT : 0;
    }
  }

  // What is measured is the replay with the first settings; it takes time, so only if asked for.
  private Replay first(
      Recording recording, PitwallSettings settings, Consumer<Found> taker, PastRuns past) {
    return options.propose() == null
        ? new Replay(settings, recording.announced(), taker)
        : new Replay(settings, recording.announced(), taker, past);
  }

  private void compare(
      Recording recording,
      Progress progress,
      PitwallSettings settings,
      PitwallSettings others,
      PastRuns past) {
    Comparison comparison = new Comparison();
    replay(
        recording,
        progress,
        List.of(
            first(recording, settings, comparison::base, past),
            new Replay(others, recording.announced(), comparison::other)));
    comparison.differences().forEach(this::print);
  }

  private void propose(String file, Recording recording, Proposal proposal) throws IOException {
    long from = Math.min(recording.earliest(), end(recording));
    try {
      Files.writeString(Path.of(file), proposal.text(time(from), time(end(recording))));
    } catch (IOException e) {
      throw new IOException(file + " cannot be written: " + e.getMessage(), e);
    }
    err.println("what past runs propose is in " + file);
  }

  // Before hours are spent on those that can be read.
  private void checkFiles() throws IOException {
    for (String file : options.files()) {
      if (!file.equals("-") && !Files.isReadable(Path.of(file))) {
        throw new IOException(file + ": there is no such file, or it may not be read");
      }
      if (!file.equals("-") && Files.isDirectory(Path.of(file))) {
        throw new IOException(file + " is a folder; name the files in it");
      }
    }
  }

  private static void read(Recording recording, String file) throws IOException {
    try {
      recording.read(file);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read to its end: " + e.getMessage(), e);
    }
  }

  private static long budget() {
    return Math.min(Runtime.getRuntime().maxMemory() / 4, MOST_MEMORY);
  }

  private void replay(Recording recording, Progress progress, List<Replay> replays) {
    long[] count = {0};
    recording.drain(
        observation -> {
          replays.forEach(replay -> replay.accept(observation));
          progress.replayed(++count[0]);
        });
    long end = end(recording);
    replays.forEach(replay -> replay.end(end));
    replays.forEach(replay -> notes(replay.findings()));
  }

  private long end(Recording recording) {
    Instant until = options.until();
    return until == null
        ? recording.latest()
        : Math.max(recording.latest(), until.toEpochMilli() * MILLI);
  }

  private void notes(Findings findings) {
    if (findings.unpermitted() > 0) {
      err.printf(
          "%,d runs without a permission in the recording begin before it; nothing is said of them%n",
          findings.unpermitted());
    }
    if (findings.evicted() > 0) {
      err.printf(
          "%,d runs were given up; pitwall.runs.max and pitwall.runs.ttl say when%n",
          findings.evicted());
    }
    if (findings.failure() != null) {
      err.println(findings.failure());
    }
  }

  private void print(Found found) {
    count(found);
    line(options.format() == Format.JSON ? FindingJson.line(found) : FindingText.lines(found));
  }

  private void print(Difference difference) {
    count(difference.found());
    line(
        options.format() == Format.JSON
            ? FindingJson.line(difference)
            : FindingText.lines(difference));
  }

  private void count(Found found) {
    byType.merge(found.finding().type().value(), 1, Integer::sum);
    Severity severity = found.finding().severity();
    worst = worst == null || severity.compareTo(worst) > 0 ? severity : worst;
  }

  private void line(String text) {
    out.print(text);
    out.print('\n');
  }

  private void summary(Recording recording) {
    err.print(recording.summary());
    if (recording.earliest() <= recording.latest()) {
      err.printf("from %s to %s%n", time(recording.earliest()), time(end(recording)));
    }
    List<String> counts = new ArrayList<>();
    byType.forEach((type, count) -> counts.add("%,d %s".formatted(count, type)));
    String what = options.compare() == null ? "findings" : "differences";
    err.println(counts.isEmpty() ? "no " + what : what + ": " + String.join(", ", counts));
  }

  private static Instant time(long nanos) {
    return Instant.ofEpochMilli(nanos / MILLI);
  }
}

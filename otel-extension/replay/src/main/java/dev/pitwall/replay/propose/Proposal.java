package dev.pitwall.replay.propose;

import dev.pitwall.agent.settings.PitwallSettings;
import dev.pitwall.engine.detector.DetectorSettings;
import dev.pitwall.engine.detector.HandoffLostSettings;
import dev.pitwall.engine.detector.StallSettings;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Thresholds for each workflow as a file of settings, for people to review. */
public final class Proposal {

  private static final double SHARE = 0.95;
  private static final double CONFIDENCE = 0.95;
  private static final OrderStatistics STATISTICS = new OrderStatistics(SHARE, CONFIDENCE);
  private static final long SECOND = 1_000;
  private static final long DAY = 86_400 * SECOND;
  private static final long MOST = 1_000_000_000;

  private static final String HEAD =
      """
      # Proposed by pitwall-replay from what was recorded from %s to %s.
      # Review it: what was usual need not be right. Then give it to the extension or to --compare.
      #
      # Runs count that ended without an error and in which nothing was found. Of each counts the most that it needed. The value
      # below which %.0f %% of runs stay is somewhere in the interval with %.0f %% confidence, however such values are distributed
      # (order statistics). Proposed is the upper end of the interval, times what the detector takes for far past the usual.
      """;

  private final PastRuns runs;
  private final DetectorSettings settings;

  public Proposal(PastRuns runs, PitwallSettings settings) {
    this.runs = runs;
    this.settings = settings.engine().detectors();
  }

  /** The file's text; the times are the recording's. */
  public String text(Instant from, Instant to) {
    StringBuilder text = new StringBuilder(HEAD.formatted(from, to, SHARE * 100, CONFIDENCE * 100));
    Map<String, Samples> byWorkflow = new TreeMap<>(runs.byWorkflow());
    byWorkflow.forEach((workflow, samples) -> append(text, escaped(workflow), samples));
    if (byWorkflow.isEmpty()) {
      text.append("\n# No run has ended in the recording.\n");
    }
    return text.toString();
  }

  private void append(StringBuilder text, String workflow, Samples samples) {
    text.append(
        "%n# %s: %,d runs count, %,d do not.%n"
            .formatted(workflow, samples.good(), samples.others()));
    if (samples.good() < STATISTICS.least()) {
      text.append(
          "# Nothing is proposed: it takes %d runs that count for such an interval.%n"
              .formatted(STATISTICS.least()));
      return;
    }
    for (Measured measured : Measured.values()) {
      append(text, workflow, measured, samples.sorted(measured));
    }
  }

  private void append(StringBuilder text, String workflow, Measured measured, long[] sorted) {
    int size = sorted.length;
    if (size < STATISTICS.least()) {
      text.append(
          "# %s: nothing is proposed, only %d runs have it and %d are needed%n"
              .formatted(measured.meaning, size, STATISTICS.least()));
      return;
    }
    long bound = sorted[STATISTICS.upper(size)];
    text.append(
        "# %s: %s (%s to %s; n = %,d)%s%n"
            .formatted(
                measured.meaning,
                shown(measured, sorted[STATISTICS.estimate(size)]),
                shown(measured, sorted[STATISTICS.lower(size)]),
                shown(measured, bound),
                size,
                how(measured)));
    double proposed = Math.max(bound * factor(measured), floor(measured));
    text.append(
        "pitwall.workflow.%s.%s=%s%n"
            .formatted(workflow, measured.setting, value(measured, proposed)));
  }

  private String how(Measured measured) {
    return measured.factor == null
        ? ""
        : "; times pitwall.%s, %s, and at least pitwall.%s, %s"
            .formatted(
                measured.factor,
                plain(factor(measured)),
                measured.factor.replace(".factor", ".floor"),
                value(measured, floor(measured)));
  }

  // Whatever was usual: the detectors themselves do not go below it.
  private double floor(Measured measured) {
    return switch (measured) {
      case FRUITLESS, SILENT, CALL ->
          settings.of(StallSettings.class, StallSettings.DEFAULT).floor().toMillis();
      case ACCEPTANCE, WORK ->
          settings.of(HandoffLostSettings.class, HandoffLostSettings.DEFAULT).floor().toMillis();
      case TOKENS, CALLS -> 0;
    };
  }

  private double factor(Measured measured) {
    return switch (measured) {
      case FRUITLESS, SILENT, CALL ->
          settings.of(StallSettings.class, StallSettings.DEFAULT).factor();
      case ACCEPTANCE, WORK ->
          settings.of(HandoffLostSettings.class, HandoffLostSettings.DEFAULT).factor();
      case TOKENS, CALLS -> 1;
    };
  }

  /** As the settings take it, rounded up to two digits. */
  private static String value(Measured measured, double number) {
    if (measured.unit == Measured.Unit.COUNT) {
      return String.valueOf(Math.min(MOST, Math.max(1, roundedUp(number))));
    }
    double seconds = Math.min(DAY, Math.max(SECOND, number)) / SECOND;
    return Math.min(DAY / SECOND, roundedUp(seconds)) + "s";
  }

  private static long roundedUp(double number) {
    double step = Math.max(1, Math.pow(10, Math.floor(Math.log10(Math.max(1, number))) - 1));
    return (long) (Math.ceil(number / step) * step);
  }

  private static String shown(Measured measured, long value) {
    return measured.unit == Measured.Unit.COUNT
        ? "%,d".formatted(value)
        : String.format(Locale.ROOT, "%,.3f s", value / (double) SECOND);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  /** A name as a part of a key in a file of properties. */
  static String escaped(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (" :=\\#!".indexOf(c) >= 0) {
        text.append('\\').append(c);
      } else if (Character.isISOControl(c)) {
        text.append("\\u%04x".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}

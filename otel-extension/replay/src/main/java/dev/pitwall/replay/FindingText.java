package dev.pitwall.replay;

import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.replay.Comparison.Difference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A finding as a few lines for people. */
final class FindingText {

  private FindingText() {}

  /** The lines. */
  static String lines(Found found) {
    return lines(found, "", List.of());
  }

  /** The lines of a finding that differs from another replay. */
  static String lines(Difference difference) {
    Found was = difference.was();
    return lines(
        difference.found(),
        difference.change() + ": ",
        was == null
            ? List.of()
            : List.of("  was    %s, %s".formatted(was.finding().severity().value(), when(was))));
  }

  private static String lines(Found found, String head, List<String> more) {
    Finding finding = found.finding();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s%s %s of %s"
            .formatted(
                head, finding.severity().value(), finding.type().value(), finding.subject()));
    lines.add("  run    " + finding.run() + " of " + finding.workflow() + agent(finding));
    lines.add("  since  " + when(found));
    lines.addAll(more);
    lines.add(
        "  cause  "
            + finding.causes().stream().map(FindingText::cause).collect(Collectors.joining(", ")));
    lines.add("  seen   " + finding.evidence());
    lines.add("  do     " + finding.recommendation());
    lines.add("");
    return String.join("\n", lines);
  }

  private static String agent(Finding finding) {
    return finding.agent() == null ? "" : ", agent " + finding.agent();
  }

  private static String cause(Cause cause) {
    return "%s (%.2f)".formatted(cause.label(), cause.score());
  }

  private static String when(Found found) {
    Finding finding = found.finding();
    String after = span(finding.openedAt() - finding.onset());
    String over =
        found.resolved() == null
            ? "open at the end of the recording"
            : "over " + span(found.resolved() - finding.onset()) + " after it began";
    return "%s, found %s later, %s".formatted(Instant.ofEpochMilli(finding.onset()), after, over);
  }

  private static String span(long millis) {
    Duration duration = Duration.ofMillis(Math.max(0, millis));
    if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
      return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }
    return duration.compareTo(Duration.ofHours(2)) < 0
        ? duration.toMinutes() + " min"
        : "%d h %02d min".formatted(duration.toHours(), duration.toMinutesPart());
  }
}

package dev.pitwall.replay;

import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A finding as a few lines for people. */
final class FindingText {

  private FindingText() {}

  /** The lines; {@code change} says how it differs from another replay, or null. */
  static String lines(Found found, @Nullable String change) {
    Finding finding = found.finding();
    return String.join(
        "\n",
        List.of(
            "%s%s %s of %s"
                .formatted(
                    change == null ? "" : change + ": ",
                    finding.severity().value(),
                    finding.type().value(),
                    finding.subject()),
            "  run    " + finding.run() + " of " + finding.workflow() + agent(finding),
            "  since  " + when(found),
            "  cause  "
                + finding.causes().stream()
                    .map(FindingText::cause)
                    .collect(Collectors.joining(", ")),
            "  seen   " + finding.evidence(),
            "  do     " + finding.recommendation(),
            ""));
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

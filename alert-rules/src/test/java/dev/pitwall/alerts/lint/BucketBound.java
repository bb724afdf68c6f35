package dev.pitwall.alerts.lint;

import dev.pitwall.alerts.promql.Expr.Matcher;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks what is matched of a histogram's bound: one that it has, and as the Collector and as the
 * agent's own exporter write it. Of whole numbers the latter writes {@code 300.0}, of others both
 * write {@code 0.5}.
 */
final class BucketBound {

  private static final Pattern WHOLE = Pattern.compile("(\\d+)\\(\\[[.]]0\\)\\?");
  private static final Pattern FRACTION = Pattern.compile("(\\d+)\\[[.]](\\d*[1-9])");

  private BucketBound() {}

  /**
   * Says what is wrong with a condition on {@code le}.
   *
   * @param bounds those of the histogram
   */
  static Stream<String> problems(Matcher le, List<Double> bounds) {
    if (!le.operator().equals("=~")) {
      return Stream.of("matches le in one spelling; both are le=~\"300([.]0)?\"");
    }
    java.util.regex.Matcher whole = WHOLE.matcher(le.value());
    java.util.regex.Matcher fraction = FRACTION.matcher(le.value());
    if (whole.matches()) {
      return unlessOneOf(bounds, Double.parseDouble(whole.group(1)));
    }
    if (fraction.matches()) {
      return unlessOneOf(bounds, Double.parseDouble(fraction.group(1) + "." + fraction.group(2)));
    }
    return Stream.of("matches le in one spelling; both are le=~\"300([.]0)?\"");
  }

  private static Stream<String> unlessOneOf(List<Double> bounds, double bound) {
    return bounds.contains(bound)
        ? Stream.empty()
        : Stream.of("no bucket ends at " + bound + "; they end at " + bounds);
  }
}

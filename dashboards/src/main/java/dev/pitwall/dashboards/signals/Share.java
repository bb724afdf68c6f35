package dev.pitwall.dashboards.signals;

import static dev.pitwall.dashboards.signals.Promql.counted;
import static dev.pitwall.dashboards.signals.Promql.orZeroOf;
import static dev.pitwall.dashboards.signals.Promql.select;
import static dev.pitwall.dashboards.signals.Promql.share;
import static dev.pitwall.dashboards.signals.Promql.sum;

import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Metric;
import dev.pitwall.dashboards.signals.Promql.Part;

/** Shares of a whole. */
final class Share {

  static final String FAILED = GenAi.ERROR_TYPE.label() + "!=\"\"";

  private Share() {}

  /**
   * The share of operations that ended in an error; 0 and not nothing where there were operations
   * and none failed.
   */
  static String ofErrors(Metric histogram, Attribute... by) {
    return of(
        sum(counted(select(histogram, Part.COUNT, FAILED)), by),
        sum(counted(select(histogram, Part.COUNT)), by));
  }

  /** A part's share of a whole; 0 where the part never happened. */
  static String of(String part, String whole) {
    return share("(" + orZeroOf(part, whole) + ")", whole);
  }
}

package dev.pitwall.dashboards;

import static dev.pitwall.dashboards.Promql.counted;
import static dev.pitwall.dashboards.Promql.select;
import static dev.pitwall.dashboards.Promql.sum;

import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Metric;
import dev.pitwall.dashboards.Promql.Part;

/** Shares of a whole. */
final class Share {

  private Share() {}

  /**
   * The share of operations that ended in an error; 0 and not nothing where there were operations
   * and none failed.
   */
  static String ofErrors(Metric histogram, Attribute... by) {
    String failed = GenAi.ERROR_TYPE.label() + "!=\"\"";
    String all = sum(counted(select(histogram, Part.COUNT)), by);
    return "(%s or 0 * %s) / (%s > 0)"
        .formatted(sum(counted(select(histogram, Part.COUNT, failed)), by), all, all);
  }
}

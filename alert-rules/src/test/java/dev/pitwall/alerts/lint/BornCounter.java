package dev.pitwall.alerts.lint;

import dev.pitwall.alerts.promql.Expr;
import dev.pitwall.alerts.promql.Expr.Binary;
import dev.pitwall.alerts.promql.Expr.Call;
import dev.pitwall.alerts.promql.Expr.Selector;

/**
 * The increase of counters of which some came into being within the window:
 *
 * <pre>{@code (last_over_time(x[1h]) unless x offset 1h) or increase(x[1h])}</pre>
 *
 * <p>{@code increase} alone takes no notice of what a counter had when it was first seen, and a JVM
 * that lives for one run has no more than that.
 */
final class BornCounter {

  private BornCounter() {}

  /** Whether an expression has exactly this form, with one selector and one window throughout. */
  static boolean is(Expr expr) {
    return expr instanceof Binary or
        && or.operator().equals("or")
        && or.left() instanceof Binary unless
        && unless.operator().equals("unless")
        && unless.right() instanceof Selector before
        && argument(unless.left(), "last_over_time") instanceof Selector last
        && argument(or.right(), "increase") instanceof Selector rising
        && last.selectsLike(before)
        && last.equals(rising)
        && before.offset().equals(last.range());
  }

  private static Expr argument(Expr expr, String function) {
    return expr instanceof Call call && call.function().equals(function)
        ? call.parts().get(0)
        : expr;
  }
}

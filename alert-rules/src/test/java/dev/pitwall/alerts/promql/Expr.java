package dev.pitwall.alerts.promql;

import java.util.List;
import java.util.stream.Stream;

/** A parsed expression. */
public sealed interface Expr {

  /** Direct parts. */
  List<Expr> parts();

  /** This expression and everything in it, outermost first. */
  default Stream<Expr> all() {
    return Stream.concat(Stream.of(this), parts().stream().flatMap(Expr::all));
  }

  /**
   * A vector or range selector.
   *
   * @param metric the series' name
   * @param matchers the labels that are matched
   */
  record Selector(String metric, List<String> matchers) implements Expr {
    @Override
    public List<Expr> parts() {
      return List.of();
    }
  }

  /**
   * {@code sum by (…) (…)} and its like.
   *
   * @param by whether the labels are kept rather than dropped
   */
  record Aggregation(String operator, boolean by, List<String> labels, List<Expr> parts)
      implements Expr {}

  /** A function. */
  record Call(String function, List<Expr> parts) implements Expr {}

  /**
   * Two sides and an operator.
   *
   * @param matching how series of both sides are paired
   */
  record Binary(String operator, Matching matching, Expr left, Expr right) implements Expr {
    @Override
    public List<Expr> parts() {
      return List.of(left, right);
    }
  }

  /** A number or a string. */
  record Literal(String text) implements Expr {
    @Override
    public List<Expr> parts() {
      return List.of();
    }
  }

  /**
   * {@code on} or {@code ignoring}, and what {@code group_left} brings in.
   *
   * @param kind "on", "ignoring" or empty
   */
  record Matching(String kind, List<String> labels, List<String> included) {
    static final Matching DEFAULT = new Matching("", List.of(), List.of());
  }
}

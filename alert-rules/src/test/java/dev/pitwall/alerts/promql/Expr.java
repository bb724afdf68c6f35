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
   * @param range what stands in square brackets, empty for an instant vector
   * @param offset how far back it looks, empty for now
   */
  record Selector(String metric, List<Matcher> matchers, String range, String offset)
      implements Expr {

    @Override
    public List<Expr> parts() {
      return List.of();
    }

    /** The labels that are matched. */
    public List<String> labels() {
      return matchers.stream().map(Matcher::label).toList();
    }

    /** Whether the other selects the same series, maybe of another time. */
    public boolean selectsLike(Selector other) {
      return metric.equals(other.metric) && matchers.equals(other.matchers);
    }
  }

  /**
   * A condition on a label.
   *
   * @param operator one of {@code = != =~ !~}
   * @param value without its quotes
   */
  record Matcher(String label, String operator, String value) {}

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
   * @param many whether several series of one side may be paired with one of the other
   */
  record Matching(String kind, List<String> labels, boolean many, List<String> included) {
    static final Matching DEFAULT = new Matching("", List.of(), false, List.of());
  }
}

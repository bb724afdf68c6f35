package dev.pitwall.alerts.promql;

import dev.pitwall.alerts.promql.Expr.Aggregation;
import dev.pitwall.alerts.promql.Expr.Binary;
import dev.pitwall.alerts.promql.Expr.Call;
import dev.pitwall.alerts.promql.Expr.Literal;
import dev.pitwall.alerts.promql.Expr.Matcher;
import dev.pitwall.alerts.promql.Expr.Matching;
import dev.pitwall.alerts.promql.Expr.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses expressions by recursive descent. */
public final class PromQl {

  private static final List<Set<String>> PRECEDENCE =
      List.of(
          Set.of("or"),
          Set.of("and", "unless"),
          Set.of("==", "!=", ">", "<", ">=", "<="),
          Set.of("+", "-"),
          Set.of("*", "/", "%"),
          Set.of("^"));
  private static final Set<String> AGGREGATIONS =
      Set.of(
          "sum",
          "min",
          "max",
          "avg",
          "group",
          "count",
          "stddev",
          "stdvar",
          "topk",
          "bottomk",
          "quantile",
          "count_values");

  private final Tokens tokens;

  private PromQl(String text) {
    this.tokens = new Tokens(text);
  }

  /** Parses a whole expression. */
  public static Expr parse(String text) {
    PromQl parser = new PromQl(text);
    Expr expr = parser.binary(0);
    parser.tokens.expect("");
    return expr;
  }

  private Expr binary(int level) {
    if (level == PRECEDENCE.size()) {
      return postfix();
    }
    Expr left = binary(level + 1);
    while (PRECEDENCE.get(level).contains(tokens.peek())) {
      String operator = tokens.take();
      tokens.takeIf("bool");
      Matching matching = matching();
      left = new Binary(operator, matching, left, binary(level + 1));
    }
    return left;
  }

  private Matching matching() {
    if (!Set.of("on", "ignoring").contains(tokens.peek())) {
      return Matching.DEFAULT;
    }
    String kind = tokens.take();
    List<String> labels = labels();
    boolean many = tokens.takeIf("group_left") || tokens.takeIf("group_right");
    List<String> included = many && tokens.peek().equals("(") ? labels() : List.of();
    return new Matching(kind, labels, many, included);
  }

  private Expr postfix() {
    Expr expr = primary();
    while (true) {
      if (tokens.takeIf("[")) {
        StringBuilder range = new StringBuilder();
        while (!tokens.takeIf("]")) {
          range.append(tokens.take());
        }
        expr = over(expr, range.toString());
      } else if (tokens.takeIf("offset") || tokens.takeIf("@")) {
        String sign = tokens.takeIf("-") ? "-" : "";
        expr = before(expr, sign + tokens.take());
      } else {
        return expr;
      }
    }
  }

  private static Expr over(Expr expr, String range) {
    return expr instanceof Selector selector
        ? new Selector(selector.metric(), selector.matchers(), range, selector.offset())
        : expr;
  }

  private static Expr before(Expr expr, String offset) {
    return expr instanceof Selector selector
        ? new Selector(selector.metric(), selector.matchers(), selector.range(), offset)
        : expr;
  }

  private Expr primary() {
    String token = tokens.take();
    if (token.equals("(")) {
      Expr inner = binary(0);
      tokens.expect(")");
      return inner;
    }
    if (token.equals("-") || token.equals("+")) {
      return primary();
    }
    if (token.matches("[\"'\\d].*")) {
      return new Literal(token);
    }
    if (!token.matches("[a-zA-Z_:].*")) {
      throw new IllegalArgumentException("unexpected \"" + token + "\"");
    }
    if (AGGREGATIONS.contains(token)) {
      return aggregation(token);
    }
    return tokens.peek().equals("(") ? new Call(token, arguments()) : selector(token);
  }

  private Expr aggregation(String operator) {
    boolean before = Set.of("by", "without").contains(tokens.peek());
    String kind = before ? tokens.take() : "";
    List<String> labels = before ? labels() : List.of();
    List<Expr> arguments = arguments();
    if (!before && Set.of("by", "without").contains(tokens.peek())) {
      kind = tokens.take();
      labels = labels();
    }
    return new Aggregation(operator, !kind.equals("without"), labels, arguments);
  }

  private Selector selector(String metric) {
    List<Matcher> matchers = new ArrayList<>();
    if (tokens.takeIf("{")) {
      while (!tokens.takeIf("}")) {
        String label = tokens.take();
        String operator = tokens.take();
        String quoted = tokens.take();
        matchers.add(new Matcher(label, operator, quoted.substring(1, quoted.length() - 1)));
        tokens.takeIf(",");
      }
    }
    return new Selector(metric, matchers, "", "");
  }

  private List<Expr> arguments() {
    List<Expr> arguments = new ArrayList<>();
    tokens.expect("(");
    while (!tokens.takeIf(")")) {
      arguments.add(binary(0));
      tokens.takeIf(",");
    }
    return arguments;
  }

  private List<String> labels() {
    List<String> labels = new ArrayList<>();
    tokens.expect("(");
    while (!tokens.takeIf(")")) {
      labels.add(tokens.take());
      tokens.takeIf(",");
    }
    return labels;
  }
}

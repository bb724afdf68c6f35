package dev.pitwall.alerts.lint;

import dev.pitwall.alerts.promql.Expr;
import dev.pitwall.alerts.promql.Expr.Aggregation;
import dev.pitwall.alerts.promql.Expr.Binary;
import dev.pitwall.alerts.promql.Expr.Call;
import dev.pitwall.alerts.promql.Expr.Literal;
import dev.pitwall.alerts.promql.Expr.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What is wrong with an expression, in sentences. */
final class ExpressionLint {

  private static final Set<String> COUNTER_FUNCTIONS =
      Set.of("rate", "irate", "increase", "resets");

  private final SeriesCatalogue catalogue;
  private final OutputLabels output;

  ExpressionLint(SeriesCatalogue catalogue) {
    this.catalogue = catalogue;
    this.output = OutputLabels.possible(catalogue);
  }

  List<String> problems(Expr expr) {
    List<String> problems = new ArrayList<>();
    expr.all().forEach(part -> check(part, problems));
    counters(expr, false, problems);
    return problems;
  }

  private void check(Expr part, List<String> problems) {
    if (part instanceof Selector selector) {
      check(selector, problems);
    } else if (part instanceof Aggregation aggregation) {
      Set<String> input = output.of(aggregation.parts().get(aggregation.parts().size() - 1));
      reject(
          aggregation.labels(),
          input::contains,
          label -> "aggregates by " + label + ", which is not there",
          problems);
      if (aggregation.by() != aggregation.labels().contains("cluster")) {
        problems.add(aggregation.operator() + " loses the cluster");
      }
    } else if (part instanceof Binary binary) {
      check(binary, problems);
    }
  }

  private void check(Selector selector, List<String> problems) {
    if (!catalogue.knows(selector.metric())) {
      problems.add("nobody emits " + selector.metric());
      return;
    }
    reject(
        selector.labels(),
        catalogue.possible(selector.metric())::contains,
        label -> selector.metric() + " has no label " + label,
        problems);
    selector.matchers().stream()
        .filter(matcher -> matcher.label().equals("le"))
        .flatMap(le -> BucketBound.problems(le, catalogue.bounds(selector.metric())))
        .forEach(problems::add);
  }

  private static void check(Binary binary, List<String> problems) {
    if (binary.matching().kind().equals("on") && !binary.matching().labels().contains("cluster")) {
      problems.add(binary.operator() + " pairs series of different clusters");
    }
    if (binary.operator().equals(">")
        && binary.right().equals(new Literal("0"))
        && hasBareIncrease(binary.left())) {
      problems.add("a bare increase() > 0 misses a counter's first increment");
    }
  }

  private static boolean hasBareIncrease(Expr expr) {
    if (BornCounter.is(expr)) {
      return false;
    }
    return (expr instanceof Call call && call.function().equals("increase"))
        || expr.parts().stream().anyMatch(ExpressionLint::hasBareIncrease);
  }

  private void counters(Expr part, boolean rated, List<String> problems) {
    if (BornCounter.is(part)) {
      return;
    }
    if (part instanceof Selector selector
        && catalogue.knows(selector.metric())
        && rated != catalogue.isCumulative(selector.metric())) {
      problems.add(
          selector.metric()
              + (rated ? " is no counter, but rated" : " is a counter, but not rated"));
    }
    boolean rates = part instanceof Call call && COUNTER_FUNCTIONS.contains(call.function());
    part.parts().forEach(inner -> counters(inner, rates, problems));
  }

  private static void reject(
      List<String> labels,
      Predicate<String> known,
      UnaryOperator<String> sentence,
      List<String> problems) {
    labels.stream().filter(known.negate()).map(sentence).forEach(problems::add);
  }
}

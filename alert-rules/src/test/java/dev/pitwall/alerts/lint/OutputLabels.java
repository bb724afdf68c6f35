package dev.pitwall.alerts.lint;

import dev.pitwall.alerts.promql.Expr;
import dev.pitwall.alerts.promql.Expr.Aggregation;
import dev.pitwall.alerts.promql.Expr.Binary;
import dev.pitwall.alerts.promql.Expr.Call;
import dev.pitwall.alerts.promql.Expr.Literal;
import dev.pitwall.alerts.promql.Expr.Selector;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which labels the result of an expression can have. */
final class OutputLabels {

  private static final Set<String> WITHOUT_LABELS = Set.of("vector", "absent", "time", "scalar");

  private final SeriesCatalogue catalogue;

  OutputLabels(SeriesCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  Set<String> of(Expr expr) {
    if (expr instanceof Selector selector) {
      return catalogue
          .labels(selector.metric())
          .orElseGet(() -> plus(SeriesCatalogue.ORIGIN, selector.matchers()));
    }
    if (expr instanceof Aggregation aggregation) {
      return aggregation.by()
          ? Set.copyOf(aggregation.labels())
          : minus(of(last(aggregation)), aggregation.labels());
    }
    if (expr instanceof Call call) {
      if (WITHOUT_LABELS.contains(call.function())) {
        return Set.of();
      }
      return call.function().equals("histogram_quantile")
          ? minus(of(last(call)), List.of("le"))
          : of(last(call));
    }
    return expr instanceof Binary binary ? ofBoth(binary) : Set.of();
  }

  private Set<String> ofBoth(Binary binary) {
    Set<String> left = of(binary.left());
    if (binary.right() instanceof Literal || isSetOperation(binary, "and", "unless")) {
      return left;
    }
    if (binary.left() instanceof Literal) {
      return of(binary.right());
    }
    if (isSetOperation(binary, "or")) {
      Set<String> common = new TreeSet<>(left);
      common.retainAll(of(binary.right()));
      return common;
    }
    Set<String> paired =
        switch (binary.matching().kind()) {
          case "on" -> Set.copyOf(binary.matching().labels());
          case "ignoring" -> minus(left, binary.matching().labels());
          default -> left;
        };
    return binary.matching().included().isEmpty()
        ? paired
        : plus(left, binary.matching().included());
  }

  private static boolean isSetOperation(Binary binary, String... operators) {
    return Set.of(operators).contains(binary.operator());
  }

  private static Expr last(Expr expr) {
    return expr.parts().get(expr.parts().size() - 1);
  }

  private static Set<String> plus(Set<String> labels, List<String> more) {
    Set<String> all = new TreeSet<>(labels);
    all.addAll(more);
    return all;
  }

  private static Set<String> minus(Set<String> labels, List<String> fewer) {
    Set<String> rest = new TreeSet<>(labels);
    fewer.forEach(rest::remove);
    return rest;
  }
}

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
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Which labels the result of an expression has. */
final class OutputLabels {

  private static final Set<String> WITHOUT_LABELS = Set.of("vector", "absent", "time", "scalar");

  private final Function<String, Set<String>> ofSeries;
  private final BinaryOperator<Set<String>> alternatives;

  private OutputLabels(
      Function<String, Set<String>> ofSeries, BinaryOperator<Set<String>> alternatives) {
    this.ofSeries = ofSeries;
    this.alternatives = alternatives;
  }

  /** Labels that some result may have. */
  static OutputLabels possible(SeriesCatalogue catalogue) {
    return new OutputLabels(catalogue::possible, OutputLabels::plus);
  }

  /** Labels that every result has: of alternatives, what all of them have. */
  static OutputLabels certain(SeriesCatalogue catalogue) {
    return new OutputLabels(catalogue::certain, OutputLabels::common);
  }

  Set<String> of(Expr expr) {
    if (expr instanceof Selector selector) {
      return ofSeries.apply(selector.metric());
    }
    if (expr instanceof Aggregation aggregation) {
      return aggregation.by()
          ? Set.copyOf(aggregation.labels())
          : minus(of(last(aggregation)), aggregation.labels());
    }
    if (expr instanceof Call call) {
      return ofCall(call);
    }
    return expr instanceof Binary binary ? ofBoth(binary) : Set.of();
  }

  private Set<String> ofCall(Call call) {
    if (WITHOUT_LABELS.contains(call.function())) {
      return Set.of();
    }
    Set<String> input =
        call.parts().stream()
            .filter(part -> !(part instanceof Literal))
            .findFirst()
            .map(this::of)
            .orElse(Set.of());
    return switch (call.function()) {
      case "histogram_quantile" -> minus(input, List.of("le"));
      case "label_replace" -> plus(input, Set.of(text(call.parts().get(1))));
      default -> input;
    };
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
      return alternatives.apply(left, of(binary.right()));
    }
    Set<String> paired =
        switch (binary.matching().kind()) {
          case "on" -> Set.copyOf(binary.matching().labels());
          case "ignoring" -> minus(left, binary.matching().labels());
          default -> left;
        };
    return binary.matching().many() ? plus(left, binary.matching().included()) : paired;
  }

  private static boolean isSetOperation(Binary binary, String... operators) {
    return Set.of(operators).contains(binary.operator());
  }

  private static Expr last(Expr expr) {
    return expr.parts().get(expr.parts().size() - 1);
  }

  private static String text(Expr literal) {
    String quoted = ((Literal) literal).text();
    return quoted.substring(1, quoted.length() - 1);
  }

  private static Set<String> plus(Set<String> labels, Iterable<String> more) {
    Set<String> all = new TreeSet<>(labels);
    more.forEach(all::add);
    return all;
  }

  private static Set<String> common(Set<String> labels, Set<String> others) {
    Set<String> both = new TreeSet<>(labels);
    both.retainAll(others);
    return both;
  }

  private static Set<String> minus(Set<String> labels, Iterable<String> fewer) {
    Set<String> rest = new TreeSet<>(labels);
    fewer.forEach(rest::remove);
    return rest;
  }
}

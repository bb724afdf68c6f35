package dev.pitwall.alerts.lint;

import dev.pitwall.alerts.promql.Expr;
import dev.pitwall.alerts.promql.Expr.Selector;
import java.util.List;
import java.util.stream.Stream;

/** Checks ad-hoc queries: series of ours must exist; other people's may be anything. */
record OwnSeries(SeriesCatalogue catalogue) {

  List<String> problems(Expr expr) {
    return expr.all()
        .filter(Selector.class::isInstance)
        .map(Selector.class::cast)
        .filter(selector -> selector.metric().matches("(pitwall|gen_ai)_.*|.*:.*"))
        .flatMap(this::problems)
        .toList();
  }

  private Stream<String> problems(Selector selector) {
    if (!catalogue.knows(selector.metric())) {
      return Stream.of("nobody emits " + selector.metric());
    }
    return selector.labels().stream()
        .filter(label -> !catalogue.possible(selector.metric()).contains(label))
        .map(label -> selector.metric() + " has no label " + label);
  }
}

package dev.pitwall.alerts.lint;

import dev.pitwall.alerts.promql.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that what a text says of labels can be said: a label that only some results have must be
 * asked for with {@code with} or {@code if} before it is used.
 */
final class LabelUse {

  private static final Pattern GUARD =
      Pattern.compile("\\{\\{-? *(?:else )?(?:with|if) [^}]*?\\$labels\\.(\\w+)[^}]*}}");
  private static final Pattern LABEL = Pattern.compile("\\$labels\\.(\\w+)");

  private final Set<String> possible;
  private final Set<String> certain;

  LabelUse(SeriesCatalogue catalogue, Expr expr) {
    this.possible = OutputLabels.possible(catalogue).of(expr);
    this.certain = OutputLabels.certain(catalogue).of(expr);
  }

  List<String> problems(String text) {
    List<String> problems = new ArrayList<>();
    Matcher guards = GUARD.matcher(text);
    guards
        .results()
        .map(found -> found.group(1))
        .filter(label -> !possible.contains(label))
        .forEach(label -> problems.add("label " + label + " does not survive the expression"));
    LABEL
        .matcher(guards.replaceAll(""))
        .results()
        .map(found -> found.group(1))
        .filter(label -> !certain.contains(label))
        .forEach(label -> problems.add("label " + label + " does not survive the expression"));
    return problems;
  }
}

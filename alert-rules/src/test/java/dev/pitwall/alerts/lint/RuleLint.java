package dev.pitwall.alerts.lint;

import dev.pitwall.alerts.promql.Expr;
import dev.pitwall.alerts.promql.PromQl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is wrong with a set of rules, in sentences that begin with the rule's name. */
final class RuleLint {

  private static final Pattern ALERT_NAME = Pattern.compile("Pitwall([A-Z][a-z0-9]+)+");
  private static final Pattern RECORD_NAME =
      Pattern.compile("[a-z]+:[a-z][a-z0-9_]*:[a-z0-9]+(_[a-z0-9]+)*");
  private static final Pattern SUMMARY = Pattern.compile("[A-Z][^{}]+\\.");
  private static final Set<String> SEVERITIES = Set.of("critical", "warning", "info");
  private static final String FINDING_SEVERITY = "{{ $labels.pitwall_finding_severity }}";
  private static final Set<String> CATEGORIES =
      Set.of(
          "performance",
          "quality",
          "resources",
          "timeline",
          "communication",
          "conflict",
          "people",
          "control",
          "telemetry");
  private static final String WATCHDOG = "PitwallWatchdog";

  private final SeriesCatalogue catalogue = new SeriesCatalogue();

  /** Checks the rules in order; recorded series are known to all of them. */
  List<String> problems(List<Rule> rules) {
    rules.stream()
        .filter(rule -> !rule.alerting())
        .forEach(rule -> catalogue.record(rule.name(), PromQl.parse(rule.expr())));
    return rules.stream().flatMap(this::problems).toList();
  }

  SeriesCatalogue catalogue() {
    return catalogue;
  }

  private Stream<String> problems(Rule rule) {
    Expr expr = PromQl.parse(rule.expr());
    List<String> problems = new ArrayList<>(new ExpressionLint(catalogue).problems(expr));
    if (rule.alerting()) {
      checkName(rule, problems);
      checkLabels(rule, expr, problems);
      checkAnnotations(rule, problems);
    } else if (!RECORD_NAME.matcher(rule.name()).matches()) {
      problems.add("not named level:metric:operation");
    }
    return problems.stream().map(problem -> rule.name() + ": " + problem);
  }

  private static void checkName(Rule rule, List<String> problems) {
    if (!ALERT_NAME.matcher(rule.name()).matches() || rule.name().length() > 40) {
      problems.add("not PitwallCamelCase of at most 40 letters");
    }
  }

  private void checkLabels(Rule rule, Expr expr, List<String> problems) {
    LabelUse use = new LabelUse(catalogue, expr);
    Stream.of(rule.labels(), rule.annotations())
        .flatMap(texts -> texts.values().stream())
        .flatMap(text -> use.problems(text).stream())
        .distinct()
        .forEach(problems::add);
    String severity = rule.labels().getOrDefault("severity", "");
    boolean allowed = SEVERITIES.contains(severity) || severity.equals(FINDING_SEVERITY);
    if (!allowed && !(rule.name().equals(WATCHDOG) && severity.equals("none"))) {
      problems.add("severity \"" + severity + "\" is not allowed");
    }
    if (!CATEGORIES.contains(rule.labels().getOrDefault("category", ""))) {
      problems.add("has no known category");
    }
  }

  private static void checkAnnotations(Rule rule, List<String> problems) {
    Map<String, String> annotations = rule.annotations();
    if (!SUMMARY.matcher(annotations.getOrDefault("summary", "")).matches()) {
      problems.add("summary is not a plain sentence");
    }
    if (!annotations.getOrDefault("description", "").contains("{{")) {
      problems.add("description names nothing");
    }
    String slug = "/" + rule.name().toLowerCase(Locale.ROOT);
    if (!annotations.getOrDefault("runbook_url", "").endsWith(slug)) {
      problems.add("runbook_url does not end in " + slug);
    }
    Matcher dashboard = DashboardLink.FORM.matcher(annotations.getOrDefault("dashboard_url", ""));
    if (!dashboard.find()) {
      problems.add("dashboard_url leads to no dashboard");
    }
  }
}

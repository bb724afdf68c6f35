package dev.pitwall.alerts.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page that lists all alerts, made of the rules and of their runbooks. */
final class AlertsPage {

  private static final Pattern FIRES = Pattern.compile("(?s)\\*\\*Fires when\\*\\* (.+?)\\.\\n\\n");
  private static final Pattern TYPES = Pattern.compile("pitwall_finding_type=~?\"([a-z_|]+)\"");
  private static final String FAULTS = "## Faults and what is told of them\n";
  private static final String HEAD =
      """
      # Alerts

      Generated from `alert-rules/rules` and `alert-rules/runbooks`; do not edit. Regenerate with
      `mvn -q test -pl alert-rules -am -Dtest=AlertsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dpitwall.docs=write`,
      a test fails while this page is out of date. How to load them, set thresholds and route them:
      [alert-rules/README.md](../alert-rules/README.md).

      | alert, runbook | severity | category | fires when | finding types | for |
      |---|---|---|---|---|---|
      """;

  private static final String NOT_PLAYED =
      FAULTS
          + """

          Written by `node tools/alerts.mjs --write`, through the real agent, Collector, Prometheus and Alertmanager.

          <!-- numbers of demo: written by tools/alerts.mjs -->
          <!-- end of demo -->

          <!-- numbers of production: written by tools/alerts.mjs -->
          <!-- end of production -->
          """;

  private AlertsPage() {}

  /**
   * Writes the page anew.
   *
   * @param present the page as it is: what a tool wrote of faults and alerts stays
   */
  static String of(List<Rule> rules, Path runbooks, String present) throws IOException {
    Map<String, List<Rule>> byName =
        rules.stream()
            .filter(Rule::alerting)
            .collect(Collectors.groupingBy(Rule::name, LinkedHashMap::new, Collectors.toList()));
    StringBuilder page = new StringBuilder(HEAD);
    for (Map.Entry<String, List<Rule>> alert : byName.entrySet()) {
      page.append(row(alert.getKey(), alert.getValue(), runbooks));
    }
    int faults = present.indexOf(FAULTS);
    return page.append("\n").append(faults < 0 ? NOT_PLAYED : present.substring(faults)).toString();
  }

  private static String row(String name, List<Rule> rules, Path runbooks) throws IOException {
    String file = name.toLowerCase(Locale.ROOT) + ".md";
    Matcher fires = FIRES.matcher(Files.readString(runbooks.resolve(file)));
    if (!fires.find()) {
      throw new IllegalStateException(file + " does not say \"**Fires when** ….\"");
    }
    return "| [`%s`](../alert-rules/runbooks/%s) | %s | %s | %s | %s | %s |%n"
        .formatted(
            name,
            file,
            each(rules, rule -> severity(rule.labels().getOrDefault("severity", ""))),
            rules.get(0).labels().get("category"),
            fires.group(1).replaceAll("\\s+", " ").replaceAll("\\[(.+?)]\\(.+?\\)", "$1"),
            types(rules),
            each(rules, Rule::waits));
  }

  private static String severity(String label) {
    return label.contains("$labels") ? "of the finding" : label;
  }

  private static String types(List<Rule> rules) {
    Set<String> types = new TreeSet<>();
    for (Rule rule : rules) {
      TYPES.matcher(rule.expr()).results().map(AlertsPage::split).forEach(types::addAll);
      String label = rule.labels().getOrDefault("pitwall_finding_type", "");
      if (!label.isEmpty()) {
        types.add(label);
      }
    }
    return types.stream().map(type -> "`" + type + "`").collect(Collectors.joining(", "));
  }

  private static List<String> split(MatchResult found) {
    return List.of(found.group(1).split("\\|"));
  }

  private static String each(List<Rule> rules, Function<Rule, String> of) {
    return rules.stream().map(of).distinct().collect(Collectors.joining(", "));
  }
}

package dev.pitwall.alerts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pitwall.alerts.promql.Expr.Selector;
import dev.pitwall.alerts.promql.PromQl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed pack keeps to every rule of the house. */
class AlertPackTest {

  private static final Path RULES = Path.of("rules");
  private static final Path DASHBOARDS = Path.of("../dashboards/grafana");
  private static final Pattern QUERY = Pattern.compile("(?s)```promql\\s+(.+?)```");

  private static List<Rule> rules() throws IOException {
    try (Stream<Path> files = Files.list(RULES)) {
      return Rule.read(files.sorted().toArray(Path[]::new));
    }
  }

  /** One rule of each name: a burn rate has several, which differ in windows and severity. */
  static Stream<Rule> alerts() throws IOException {
    Map<String, Rule> byName = new LinkedHashMap<>();
    rules().stream().filter(Rule::alerting).forEach(rule -> byName.putIfAbsent(rule.name(), rule));
    return byName.values().stream();
  }

  @Test
  void rulesUseOnlyWhatTheExtensionEmits() throws IOException {
    assertThat(new RuleLint().problems(rules())).isEmpty();
  }

  @Test
  void alertsAreFew() throws IOException {
    assertThat(alerts()).hasSizeLessThanOrEqualTo(32);
    assertThat(rules().stream().filter(Rule::wakesSomebody).map(Rule::name).distinct())
        .hasSizeLessThanOrEqualTo(12);
  }

  @Test
  void rulesOfOneNameDifferInTheirLabels() throws IOException {
    assertThat(rules().stream().filter(Rule::alerting).map(rule -> rule.name() + rule.labels()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void everyAlertHasItsRunbook(Rule alert) throws IOException {
    String runbook = Files.readString(file("runbooks", alert, ".md"));

    assertThat(runbook).startsWith("# " + alert.name() + "\n\n## Meaning\n**Fires when** ");
    assertThat(runbook.lines().filter(line -> line.startsWith("## ")))
        .containsExactly(
            "## Meaning", "## Impact", "## Diagnosis", "## Mitigation", "## False positives");
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void queriesOfRunbooksUseOnlyWhatTheExtensionEmits(Rule alert) throws IOException {
    RuleLint lint = new RuleLint();
    lint.problems(rules());

    String runbook = Files.readString(file("runbooks", alert, ".md"));
    assertThat(QUERY.matcher(runbook).results())
        .isNotEmpty()
        .allSatisfy(
            query ->
                assertThat(
                        new OwnSeries(lint.catalogue())
                            .problems(PromQl.parse(query.group(1).strip())))
                    .isEmpty());
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void everyAlertIsProvenToFireAndToStaySilent(Rule alert) throws IOException {
    assertThat(RuleTests.problems(alert.name(), file("tests", alert, ".yaml"), windows()))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void everyAlertLeadsToADashboardWithItsVariables(Rule alert) throws IOException {
    DashboardLink link = DashboardLink.of(alert);
    JsonNode dashboard =
        new ObjectMapper().readTree(DASHBOARDS.resolve(link.uid() + ".json").toFile());

    assertThat(dashboard.path("uid").asText()).isEqualTo(link.uid());
    assertThat(dashboard.path("templating").path("list").findValuesAsText("name"))
        .containsAll(link.variables());
  }

  private static Set<String> windows() throws IOException {
    return rules().stream()
        .flatMap(rule -> PromQl.parse(rule.expr()).all())
        .filter(Selector.class::isInstance)
        .map(selector -> ((Selector) selector).range())
        // The points of a subquery are at full steps, whenever samples come.
        .filter(range -> !range.isEmpty() && !range.contains(":"))
        .collect(Collectors.toSet());
  }

  private static Path file(String folder, Rule alert, String suffix) {
    return Path.of(folder, alert.name().toLowerCase(Locale.ROOT) + suffix);
  }
}

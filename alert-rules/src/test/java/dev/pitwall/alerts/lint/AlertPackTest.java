package dev.pitwall.alerts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pitwall.alerts.promql.PromQl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
    return Rule.read(RULES.resolve("pitwall-recording.yaml"), RULES.resolve("pitwall-alerts.yaml"));
  }

  static Stream<Rule> alerts() throws IOException {
    return rules().stream().filter(Rule::alerting);
  }

  @Test
  void rulesUseOnlyWhatTheExtensionEmits() throws IOException {
    assertThat(new RuleLint().problems(rules())).isEmpty();
  }

  @Test
  void alertsAreFewAndNamedOnce() throws IOException {
    assertThat(alerts().map(Rule::name)).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(32);
    assertThat(alerts().filter(rule -> "critical".equals(rule.labels().get("severity"))).count())
        .isLessThanOrEqualTo(12);
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void everyAlertHasItsRunbook(Rule alert) throws IOException {
    String runbook = Files.readString(file("runbooks", alert, ".md"));

    assertThat(runbook).startsWith("# " + alert.name() + "\n");
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
    assertThat(RuleTests.problems(alert.name(), file("tests", alert, ".yaml"))).isEmpty();
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

  private static Path file(String folder, Rule alert, String suffix) {
    return Path.of(folder, alert.name().toLowerCase(Locale.ROOT) + suffix);
  }
}

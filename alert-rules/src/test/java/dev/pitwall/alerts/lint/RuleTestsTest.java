package dev.pitwall.alerts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file of tests leaves open must be seen. */
class RuleTestsTest {

  private static final String FIRES_AND_CLEARS =
      """
      - name: fires
        interval: 17s
        input_series:
          - {series: 'x_total{instance="a"}', values: '_x4 1+1x9'}
          - {series: 'x_total{instance="b"}', values: '0x9 stale 0x9'}
        alert_rule_test:
          - {eval_time: 1m1s, alertname: A, exp_alerts: []}
          - {eval_time: 2m1s, alertname: A, exp_alerts: [{exp_labels: {severity: warning}}]}
      """;
  private static final String STAYS_SILENT =
      """
      - name: silent
        interval: 17s
        input_series:
          - {series: 'x_total{instance="a"}', values: '1x9'}
          - {series: 'x_total{instance="b"}', values: '1x9'}
        alert_rule_test:
          - {eval_time: 2m1s, alertname: A, exp_alerts: []}
      """;

  @TempDir Path folder;

  @Test
  void acceptsATestInWhichItFiresAndOneInWhichItStaysSilent() throws IOException {
    assertThat(problems(FIRES_AND_CLEARS, STAYS_SILENT)).isEmpty();
  }

  @Test
  void missesEitherOfThem() throws IOException {
    assertThat(problems(FIRES_AND_CLEARS))
        .containsExactly("no test in which it stays silent throughout");
    assertThat(problems(STAYS_SILENT))
        .contains("no test in which it fires", "no test of the moment just before it fires");
  }

  @Test
  void missesASecondInstance() throws IOException {
    assertThat(problems(FIRES_AND_CLEARS, STAYS_SILENT.replace("\"b\"", "\"a\"")))
        .containsExactly("fewer than two instances in: silent");
  }

  @Test
  void missesARestartAndABirth() throws IOException {
    assertThat(problems(FIRES_AND_CLEARS.replace("0x9 stale 0x9", "0x19"), STAYS_SILENT))
        .containsExactly("no test with a restart");
    assertThat(problems(FIRES_AND_CLEARS.replace("_x4 1+1x9", "0+1x13"), STAYS_SILENT))
        .containsExactly("no test with a counter that is born while it is watched");
  }

  @Test
  void seesLooksAndWindowsThatFitTheSamples() throws IOException {
    assertThat(problems(FIRES_AND_CLEARS, STAYS_SILENT.replace("2m1s", "2m16s")))
        .containsExactly("looks exactly at a sample in: silent");
    assertThat(problems(FIRES_AND_CLEARS, STAYS_SILENT.replace("17s", "30s")))
        .containsExactly("5m is a whole number of samples in: silent");
  }

  private List<String> problems(String... tests) throws IOException {
    String file = "tests:\n" + String.join("", tests).indent(2);
    return RuleTests.problems("A", Files.writeString(folder.resolve("a.yaml"), file), Set.of("5m"));
  }
}

package dev.pitwall.alerts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.alerts.Pack;
import dev.pitwall.alerts.promql.Expr.Selector;
import dev.pitwall.alerts.promql.PromQl;
import dev.pitwall.alerts.settings.SettingsFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchersTest {

  /** Recorded series have been selected by them already; {@code up} is Prometheus's own. */
  private static final String WITHOUT_THEM = ".*:.*|up";

  @Test
  void theSettingsMatchersReachEverySeries() throws Exception {
    Path settings = Path.of("tests/settings/everything.yaml");
    Map<String, String> files = Pack.render(SettingsFiles.read(settings, List.of())).files();
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (file.getKey().startsWith("rules/")) {
        for (Rule rule : Rule.parse(file.getValue())) {
          assertThat(PromQl.parse(rule.expr()).all())
              .filteredOn(Selector.class::isInstance)
              .extracting(Selector.class::cast)
              .filteredOn(selector -> !selector.metric().matches(WITHOUT_THEM))
              .as(rule.name())
              .allSatisfy(
                  selector -> assertThat(selector.labels()).contains("environment", "team"));
        }
      }
    }
  }
}

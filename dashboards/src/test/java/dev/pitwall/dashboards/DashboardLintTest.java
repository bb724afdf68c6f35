package dev.pitwall.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("every committed dashboard")
class DashboardLintTest {

  private static final int MOST_PANELS = 20;
  private static final int MOST_QUERIES = 30;
  private static final int COLUMNS = 24;

  static Stream<JsonNode> dashboards() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> all = new ArrayList<>();
    try (var files = Files.list(Path.of("grafana"))) {
      for (Path file : files.sorted().toList()) {
        all.add(json.readTree(file.toFile()));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void explainsEveryPanelAndItsEmptiness(JsonNode dashboard) {
    for (JsonNode panel : panels(dashboard)) {
      String title = panel.path("title").asText();
      JsonNode defaults = panel.path("fieldConfig").path("defaults");
      assertThat(title).isNotBlank();
      assertThat(panel.path("description").asText()).as(title).isNotBlank();
      assertThat(defaults.path("unit").asText()).as(title).isNotBlank();
      assertThat(defaults.path("noValue").asText()).as(title).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void hasFewPanelsWithUniqueIdsAndTitles(JsonNode dashboard) {
    assertThat(visible(dashboard)).hasSizeLessThanOrEqualTo(MOST_PANELS);
    assertThat(dashboard.findValuesAsText("id").stream().filter(id -> id.matches("\\d+")))
        .hasSizeGreaterThan(panels(dashboard).size())
        .doesNotHaveDuplicates();
    assertThat(panels(dashboard).stream().map(panel -> panel.path("title").asText()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void asksLittleBeforeTheReaderDoes(JsonNode dashboard) {
    int panels = visible(dashboard).stream().mapToInt(panel -> panel.path("targets").size()).sum();
    int marks = dashboard.path("annotations").path("list").size();
    long choices =
        dashboard.path("templating").path("list").findValuesAsText("type").stream()
            .filter("query"::equals)
            .count();
    assertThat(panels + marks + choices).isLessThanOrEqualTo(MOST_QUERIES);
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void fitsTheGridWithoutOverlap(JsonNode dashboard) {
    List<String> taken = new ArrayList<>();
    List<JsonNode> all = new ArrayList<>();
    dashboard.path("panels").forEach(all::add);
    for (JsonNode panel : all) {
      JsonNode place = panel.path("gridPos");
      int x = place.path("x").asInt();
      int right = x + place.path("w").asInt();
      assertThat(right).as(panel.path("title").asText()).isLessThanOrEqualTo(COLUMNS);
      int y = place.path("y").asInt();
      for (int line = y; line < y + place.path("h").asInt(); line++) {
        for (int column = x; column < right; column++) {
          taken.add(line + "/" + column);
        }
      }
    }
    assertThat(taken).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void asksOnlyTheChosenDataSource(JsonNode dashboard) {
    assertThat(dashboard.findValues("datasource"))
        .isNotEmpty()
        .allSatisfy(source -> assertThat(source.path("uid").asText()).isEqualTo("${datasource}"));
    assertThat(dashboard.toString()).doesNotContain("DS_PROMETHEUS");
    assertThat(dashboard.has("__inputs")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void takesRatesOverTheExportIntervalAndNoFixedWindow(JsonNode dashboard) {
    assertThat(dashboard.findValuesAsText("expr"))
        .allSatisfy(
            promql ->
                assertThat(promql).doesNotContainPattern("\\[\\d").doesNotContain("$__interval"));
    for (JsonNode panel : panels(dashboard)) {
      assertThat(panel.path("targets").findValuesAsText("interval")).allMatch("$step"::equals);
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void usesEveryVariableThatItOffersAndNoOther(JsonNode dashboard) {
    String text = dashboard.toString();
    List<String> names = new ArrayList<>();
    dashboard
        .path("templating")
        .path("list")
        .forEach(variable -> names.add(variable.path("name").asText()));
    assertThat(names)
        .containsExactly(
            "datasource",
            "traces",
            "jaeger",
            "logs",
            "cluster",
            "job",
            "workflow",
            "agent",
            "step",
            "zipkin",
            "runbooks")
        .allSatisfy(
            name -> assertThat(text).containsPattern("\\$(" + name + "\\b|\\{" + name + ")"));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void showsOnlyChoicesThatNarrowSomething(JsonNode dashboard) {
    List<String> queries = new ArrayList<>();
    panels(dashboard)
        .forEach(panel -> queries.addAll(panel.path("targets").findValuesAsText("expr")));
    for (JsonNode variable : dashboard.path("templating").path("list")) {
      if (variable.path("type").asText().equals("query")) {
        String used = "\"$" + variable.path("name").asText() + "\"";
        assertThat(variable.path("hide").asInt() == 0)
            .as(variable.path("name").asText())
            .isEqualTo(queries.stream().anyMatch(query -> query.contains(used)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void leadsToTheOthersWithTimeAndChoices(JsonNode dashboard) {
    JsonNode link = dashboard.path("links").path(0);
    assertThat(link.path("tags").path(0).asText()).isEqualTo("pitwall");
    assertThat(dashboard.path("tags").toString()).contains("\"pitwall\"");
    assertThat(link.path("keepTime").asBoolean()).isTrue();
    assertThat(link.path("includeVars").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void linksToDashboardsOfTheSetWithTimeAndEveryChoice(JsonNode dashboard) throws IOException {
    List<String> uids = dashboards().map(one -> one.path("uid").asText()).toList();
    for (String url : dashboard.findValuesAsText("url")) {
      if (url.startsWith("/d/")) {
        assertThat(uids).contains(url.substring(3, url.indexOf('?')));
        assertThat(url).contains("${__url_time_range}");
        for (JsonNode variable : dashboard.path("templating").path("list")) {
          String name = variable.path("name").asText();
          assertThat(url).containsPattern("(\\$\\{" + name + ":queryparam}|var-" + name + "=)");
        }
      }
    }
  }

  /** Those that are seen when the dashboard is opened. */
  static List<JsonNode> visible(JsonNode dashboard) {
    List<JsonNode> panels = new ArrayList<>();
    dashboard.path("panels").forEach(panels::add);
    panels.removeIf(panel -> panel.path("type").asText().equals("row"));
    return panels;
  }

  /** Those and the ones in closed rows. */
  static List<JsonNode> panels(JsonNode dashboard) {
    List<JsonNode> panels = visible(dashboard);
    dashboard.path("panels").forEach(row -> row.path("panels").forEach(panels::add));
    return panels;
  }
}

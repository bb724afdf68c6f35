package dev.pitwall.alerts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.conventions.Pitwall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlertsPageTest {

  private static final Path PAGE = Path.of("../docs/alerts.md");
  private static final Path RUNBOOKS = Path.of("runbooks");

  @Test
  void thePageIsUpToDate() throws IOException {
    String present = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    String page = AlertsPage.of(rules(), RUNBOOKS, present);
    if ("write".equals(System.getProperty("pitwall.docs"))) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).as("see the page's second paragraph").isEqualTo(page);
  }

  @Test
  void everyTypeOfFindingHasAnAlert() throws IOException {
    String page = AlertsPage.of(rules(), RUNBOOKS, "");

    assertThat(Pitwall.FINDING_TYPE.values())
        .isNotEmpty()
        .allSatisfy(type -> assertThat(page).contains("`" + type + "`"));
  }

  @Test
  void whatAToolWroteOfFaultsStays() throws IOException {
    String told = "## Faults and what is told of them\n\n| loop | PitwallAgentLoop |\n";

    assertThat(AlertsPage.of(rules(), RUNBOOKS, "# Alerts\n" + told)).endsWith("|\n\n" + told);
    assertThat(AlertsPage.of(rules(), RUNBOOKS, "")).contains("numbers of production");
  }

  private static List<Rule> rules() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("rules"))) {
      return Rule.read(files.sorted().toArray(Path[]::new));
    }
  }
}

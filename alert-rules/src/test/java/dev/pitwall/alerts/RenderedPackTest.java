package dev.pitwall.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.alerts.settings.SettingsFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenderedPackTest {

  @Test
  void committedFilesAreThoseOfTheDefaultSettings() throws Exception {
    Map<String, String> rendered = Pack.render(SettingsFiles.defaults()).files();

    for (Map.Entry<String, String> file : rendered.entrySet()) {
      assertThat(Files.readString(Path.of(file.getKey())))
          .as("%s differs; see README.md, \"Working on the pack\"", file.getKey())
          .isEqualTo(file.getValue());
    }
  }

  @Test
  void linksAndMatchersReachTheRules() throws Exception {
    String alerts = rendered("rules/pitwall-findings.yaml");

    assertThat(alerts)
        .contains("runbook_url: http://127.0.0.1:8088/runbooks/pitwallagentloop")
        .contains("http://127.0.0.1:3000/d/pitwall-conflicts?var-job=")
        .contains("pitwall.run.id%3D{{ . | urlquery }}{{ end }}'")
        .contains("(pitwall_finding_active{environment=\"production\", team=~\"media|news\"})")
        .contains("{pitwall_finding_type=\"stall\", pitwall_finding_severity=~\"info|critical\"}");
    assertThat(rendered("rules/pitwall-telemetry.yaml"))
        .contains("(pitwall_extension_loaded{environment=\"production\", team=~\"media|news\"})");
  }

  @Test
  void alertsCarryNoTracesLinkUnlessOneIsConfigured() throws Exception {
    assertThat(Pack.render(SettingsFiles.defaults()).files().get("rules/pitwall-findings.yaml"))
        .doesNotContain("traces_url");
  }

  @Test
  void secretsAreNamedByFileOnly() throws Exception {
    assertThat(rendered("alertmanager/alertmanager.yaml"))
        .contains("api_url_file: '/etc/alertmanager/slack-url'")
        .contains("credentials_file: '/etc/alertmanager/token'")
        .doesNotContain("api_url:");
  }

  private static String rendered(String file) throws Exception {
    Pack pack =
        Pack.render(SettingsFiles.read(Path.of("tests/settings/everything.yaml"), List.of()));
    return pack.files().getOrDefault(file, "");
  }
}

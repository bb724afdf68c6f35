package dev.pitwall.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.pitwall.alerts.settings.SettingsFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The manifests hold the same groups as the files, in the form that the operator's published schema
 * (monitoring.coreos.com/v1, 0.82) and the rulers of Mimir and Cortex accept.
 */
class ManifestsTest {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final String DURATION =
      "0|((\\d+)y)?((\\d+)w)?((\\d+)d)?((\\d+)h)?((\\d+)m)?((\\d+)s)?((\\d+)ms)?";

  @Test
  void theOperatorsManifestHasAllGroups() throws Exception {
    Map<String, String> files = Pack.render(SettingsFiles.defaults()).files();
    JsonNode manifest = YAML.readTree(files.get("kubernetes/pitwall-rules.yaml"));

    assertThat(manifest.path("apiVersion").asText()).isEqualTo("monitoring.coreos.com/v1");
    assertThat(manifest.path("kind").asText()).isEqualTo("PrometheusRule");
    assertThat(manifest.path("metadata").path("name").asText()).isEqualTo("pitwall");
    assertThat(manifest.path("metadata").has("namespace")).isFalse();
    assertThat(manifest.path("spec").path("groups")).containsExactlyElementsOf(groups(files));
  }

  @Test
  void theOperatorsSchemaAcceptsIt() throws Exception {
    Map<String, String> files = Pack.render(SettingsFiles.defaults()).files();
    JsonNode groups =
        YAML.readTree(files.get("kubernetes/pitwall-rules.yaml")).path("spec").path("groups");

    assertThat(groups.findValuesAsText("name")).doesNotHaveDuplicates().doesNotContain("");
    for (JsonNode group : groups) {
      assertThat(group.fieldNames()).toIterable().isSubsetOf(Set.of("name", "interval", "rules"));
      assertThat(group.path("interval").asText("0")).matches(DURATION);
      group.path("rules").forEach(ManifestsTest::assertFits);
    }
  }

  @Test
  void mimirsNamespaceHasAllGroups() throws Exception {
    Map<String, String> files = Pack.render(SettingsFiles.defaults()).files();
    JsonNode namespace = YAML.readTree(files.get("mimir/pitwall-rules.yaml"));

    assertThat(namespace.fieldNames()).toIterable().containsExactly("namespace", "groups");
    assertThat(namespace.path("namespace").asText()).isEqualTo("pitwall");
    assertThat(namespace.path("groups")).containsExactlyElementsOf(groups(files));
  }

  @Test
  void nameNamespaceAndLabelsAreThoseOfTheSettings() throws Exception {
    Path settings = Path.of("tests/settings/everything.yaml");
    Map<String, String> files = Pack.render(SettingsFiles.read(settings, List.of())).files();
    JsonNode metadata = YAML.readTree(files.get("kubernetes/pitwall-rules.yaml")).path("metadata");

    assertThat(metadata.path("name").asText()).isEqualTo("pitwall-alerts");
    assertThat(metadata.path("namespace").asText()).isEqualTo("monitoring");
    assertThat(metadata.path("labels").path("release").asText()).isEqualTo("kube-prometheus-stack");
    assertThat(metadata.path("labels").path("example.com/team").asText()).isEqualTo("media");
  }

  private static void assertFits(JsonNode rule) {
    assertThat(rule.has("alert")).isNotEqualTo(rule.has("record"));
    assertThat(rule.fieldNames())
        .toIterable()
        .isSubsetOf(
            Set.of("alert", "record", "expr", "for", "keep_firing_for", "labels", "annotations"));
    assertThat(rule.path("expr").isTextual()).isTrue();
    assertThat(rule.path("for").asText("0")).matches(DURATION);
    assertThat(rule.path("keep_firing_for").asText("0")).matches(DURATION).isNotEmpty();
    assertThat(rule.path("labels")).allMatch(JsonNode::isTextual);
    assertThat(rule.path("annotations")).allMatch(JsonNode::isTextual);
    assertThat(rule.has("record") && rule.has("annotations")).isFalse();
  }

  private static List<JsonNode> groups(Map<String, String> files) throws Exception {
    List<JsonNode> groups = new ArrayList<>();
    for (String name : List.of("recording", "slo", "findings", "alerts", "telemetry")) {
      YAML.readTree(files.get("rules/pitwall-" + name + ".yaml"))
          .path("groups")
          .forEach(groups::add);
    }
    return groups;
  }
}

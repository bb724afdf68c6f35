package dev.pitwall.alerts.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule as Prometheus reads it.
 *
 * @param name of the alert, or of the recorded series
 * @param waits how long its condition must hold, 0s where nothing is said
 */
record Rule(
    String name,
    boolean alerting,
    String expr,
    String waits,
    Map<String, String> labels,
    Map<String, String> annotations) {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** Whether it is critical, always or when the finding is. */
  boolean wakesSomebody() {
    String severity = labels.getOrDefault("severity", "");
    return alerting && (severity.equals("critical") || severity.contains("$labels"));
  }

  static List<Rule> read(Path... files) throws IOException {
    List<Rule> rules = new ArrayList<>();
    for (Path file : files) {
      rules.addAll(parse(Files.readString(file)));
    }
    return rules;
  }

  static List<Rule> parse(String yaml) throws IOException {
    List<Rule> rules = new ArrayList<>();
    for (JsonNode group : YAML.readTree(yaml).path("groups")) {
      for (JsonNode rule : group.path("rules")) {
        boolean alerting = rule.has("alert");
        rules.add(
            new Rule(
                rule.path(alerting ? "alert" : "record").asText(),
                alerting,
                rule.path("expr").asText(),
                rule.path("for").asText("0s"),
                texts(rule.path("labels")),
                texts(rule.path("annotations"))));
      }
    }
    return rules;
  }

  private static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }
}

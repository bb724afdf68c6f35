package dev.pitwall.dashboards.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the alert pack says, so that no number is written twice: a colour changes where an alert
 * fires, and a finding leads to the runbook of its alert.
 */
public final class AlertPack {

  private static final Pattern DURATION = Pattern.compile("(\\d+)([smhd])");
  private static final Map<String, Integer> SECONDS =
      Map.of("s", 1, "m", 60, "h", 3600, "d", 86400);
  private static final Pattern TYPES =
      Pattern.compile("\\{pitwall_finding_type=~?\"(?<types>[a-z_|]+)\"");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private AlertPack() {}

  /**
   * A limit of the pack's settings.
   *
   * @param path the keys, separated by dots, for example {@code alerts.handoff_slow.bound}
   * @return the number, a duration in seconds
   * @throws IllegalArgumentException if the pack has no such limit
   */
  public static double limit(String path) {
    JsonNode value = read("config.yaml").at("/" + path.replace('.', '/'));
    if (value.isNumber()) {
      return value.asDouble();
    }
    Matcher duration = DURATION.matcher(value.asText());
    if (!duration.matches()) {
      throw new IllegalArgumentException(
          "alert-rules/config.yaml: %s is \"%s\" and neither a number nor a duration"
              .formatted(path, value.asText()));
    }
    return Integer.parseInt(duration.group(1)) * SECONDS.getOrDefault(duration.group(2), 1);
  }

  /** The runbook of each alert on findings, by a regular expression for their types. */
  public static Map<String, String> runbooks() {
    Map<String, String> pages = new TreeMap<>();
    for (JsonNode rule : read("rules/pitwall-findings.yaml").findValue("rules")) {
      String page = rule.path("annotations").path("runbook_url").asText();
      Matcher types = TYPES.matcher(rule.path("expr").asText());
      if (!page.isEmpty() && types.find()) {
        pages.putIfAbsent(types.group("types"), page.substring(page.lastIndexOf('/') + 1));
      }
    }
    return pages;
  }

  private static JsonNode read(String file) {
    try (InputStream in = AlertPack.class.getResourceAsStream("/alert-pack/" + file)) {
      return YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("alert-rules/" + file, e);
    }
  }
}

package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * One YAML document of settings, with the place where each key was written.
 *
 * @param tree its content
 * @param places for each key, the file and line, ready for a message
 */
record SettingsSource(ObjectNode tree, Map<JsonPointer, String> places) {

  private static final YAMLFactory YAML =
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  static SettingsSource of(String name, String yaml) throws SettingsException {
    try {
      JsonNode tree = new ObjectMapper(YAML).readTree(yaml);
      if (tree.isMissingNode() || tree.isNull()) {
        return new SettingsSource(new ObjectMapper().createObjectNode(), Map.of());
      }
      if (!(tree instanceof ObjectNode object)) {
        throw new SettingsException(name + ": not a mapping of keys to values");
      }
      return new SettingsSource(object, places(name, yaml));
    } catch (JsonProcessingException e) {
      throw new SettingsException(
          name + ":" + e.getLocation().getLineNr() + ": not valid YAML: " + firstLine(e));
    } catch (IOException e) {
      throw new SettingsException(name + ": cannot be read: " + e.getMessage());
    }
  }

  private static Map<JsonPointer, String> places(String name, String yaml) throws IOException {
    Map<JsonPointer, String> places = new HashMap<>();
    try (YAMLParser parser = YAML.createParser(yaml)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        places.putIfAbsent(
            parser.getParsingContext().pathAsPointer(),
            name + ":" + parser.currentTokenLocation().getLineNr());
      }
    }
    return places;
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("unreadable");
  }
}

package dev.pitwall.agent.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The file that the agent takes its properties from, read as the agent reads it. */
record PropertiesFile(@Nullable String path, String home) {

  private static final String KEY = "otel.javaagent.configuration-file";

  static PropertiesFile of(Map<String, String> system, Map<String, String> environment) {
    String path = system.getOrDefault(KEY, environment.get(Spelling.variable(KEY)));
    return new PropertiesFile(path, system.getOrDefault("user.home", "~"));
  }

  String name() {
    return path == null ? "no file" : path;
  }

  /** What is in it; nothing if it cannot be read, which the agent has already said. */
  Map<String, String> read() {
    if (path == null) {
      return Map.of();
    }
    Properties properties = new Properties();
    try (Reader file =
        Files.newBufferedReader(
            Path.of(path.startsWith("~") ? home + path.substring(1) : path),
            StandardCharsets.UTF_8)) {
      properties.load(file);
    } catch (IOException | IllegalArgumentException e) {
      return Map.of();
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, name -> properties.getProperty(name, "")));
  }
}

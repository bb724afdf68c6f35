package dev.pitwall.agent.settings;

import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Reads settings of this process: a system property wins over an environment variable. What is no
 * good is named in one line of log each.
 */
public final class SettingsReader {

  private static final Logger logger = Logger.getLogger(SettingsReader.class.getName());

  private SettingsReader() {}

  public static PitwallSettings read() {
    return PitwallTable.read(
        new SettingsTable(List.of(properties(), variables(System.getenv())), logger::warning));
  }

  private static Source properties() {
    Map<String, String> properties =
        System.getProperties().stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, name -> System.getProperty(name, "")));
    return Source.listed("system property", key -> key, properties);
  }

  static Source variables(Map<String, String> environment) {
    return Source.listed("environment", Spelling::variable, environment);
  }
}

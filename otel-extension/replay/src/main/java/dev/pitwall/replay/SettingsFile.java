package dev.pitwall.replay;

import dev.pitwall.agent.settings.PitwallSettings;
import dev.pitwall.agent.settings.SettingsReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads settings from a file as the extension would, and complains as it would. */
final class SettingsFile {

  private SettingsFile() {}

  /**
   * The settings; the defaults without a file.
   *
   * @param complaints takes one line for each value or key that is no good
   * @throws IOException if the file cannot be read; the message is for people
   */
  static PitwallSettings read(@Nullable String file, Consumer<String> complaints)
      throws IOException {
    if (file == null) {
      return SettingsReader.ofProperties("defaults", Map.of(), complaints);
    }
    String text;
    try {
      text = Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
    return file.endsWith(".yaml") || file.endsWith(".yml")
        ? SettingsReader.ofDeclared(file, yaml(file, text), complaints)
        : SettingsReader.ofProperties(file, properties(file, text), complaints);
  }

  private static Map<String, String> properties(String file, String text) throws IOException {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is no file of properties: " + e.getMessage(), e);
    }
    Map<String, String> values = new HashMap<>();
    for (String name : properties.stringPropertyNames()) {
      values.put(name, properties.getProperty(name, ""));
    }
    return values;
  }

  private static Map<String, ?> yaml(String file, String text) throws IOException {
    Object read;
    try {
      read = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(text);
    } catch (YamlEngineException e) {
      throw new IOException(file + " is no YAML: " + e.getMessage(), e);
    }
    Map<String, Object> values = new HashMap<>();
    if (read instanceof Map<?, ?> map) {
      map.forEach((name, value) -> values.put(String.valueOf(name), value));
    }
    return values;
  }
}

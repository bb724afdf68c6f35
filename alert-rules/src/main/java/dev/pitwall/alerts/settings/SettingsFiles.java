package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads settings: the defaults, a file on top of them, single values on top of that. */
public final class SettingsFiles {

  private static final String DEFAULTS = "config.yaml";

  private SettingsFiles() {}

  /** The defaults alone. */
  public static Settings defaults() throws SettingsException {
    return withDefaults().read();
  }

  /**
   * The defaults, changed.
   *
   * @param file holds what differs
   * @param overrides each {@code key.of.setting=value}, the value as YAML
   */
  public static Settings read(Path file, List<String> overrides) throws SettingsException {
    SettingsReader reader = withDefaults();
    reader.add(SettingsSource.of(file.toString(), text(file)));
    for (String override : overrides) {
      reader.add(override(override));
    }
    return reader.read();
  }

  /** Settings, or a part of them, as templates see them: the keys of the file. */
  public static Map<String, Object> asMap(Record settings) {
    return SettingsReader.MAPPER.convertValue(settings, new TypeReference<>() {});
  }

  private static SettingsReader withDefaults() throws SettingsException {
    try (InputStream in =
        Objects.requireNonNull(SettingsFiles.class.getResourceAsStream("/" + DEFAULTS))) {
      SettingsReader reader = new SettingsReader();
      reader.add(
          SettingsSource.of(DEFAULTS, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      return reader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SettingsSource override(String override) throws SettingsException {
    int equals = override.indexOf('=');
    if (equals < 1) {
      throw new SettingsException(
          "--set " + override + ": allowed is key.of.setting=value, with the keys of config.yaml");
    }
    String keys = override.substring(0, equals).replace(".", ": {");
    String close =
        "}".repeat((int) override.substring(0, equals).chars().filter(c -> c == '.').count());
    return SettingsSource.of(
        "--set", "{" + keys + ": " + override.substring(equals + 1) + close + "}");
  }

  private static String text(Path file) throws SettingsException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new SettingsException(file + ": there is no such file");
    } catch (IOException e) {
      throw new SettingsException(file + ": cannot be read: " + e.getMessage());
    }
  }
}

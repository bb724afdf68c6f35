package dev.pitwall.alerts;

import com.samskivert.mustache.Mustache;
import dev.pitwall.alerts.settings.Settings;
import dev.pitwall.alerts.settings.SettingsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The rendered files.
 *
 * @param files content by path, relative to the folder that they are written to
 */
public record Pack(Map<String, String> files) {

  private static final List<String> RULES =
      List.of(
          "rules/pitwall-recording.yaml",
          "rules/pitwall-slo.yaml",
          "rules/pitwall-findings.yaml",
          "rules/pitwall-alerts.yaml",
          "rules/pitwall-telemetry.yaml");
  private static final List<String> MANIFESTS =
      List.of("kubernetes/pitwall-rules.yaml", "mimir/pitwall-rules.yaml");
  private static final List<String> CONFIGURATIONS =
      List.of(
          "alertmanager/alertmanager.yaml",
          "alertmanager/pitwall.tmpl",
          "prometheus/prometheus.yaml");

  // Prometheus and Alertmanager own the curly braces, PromQL the square ones.
  private static final Mustache.Compiler COMPILER =
      Mustache.compiler().withDelims("<% %>").escapeHTML(false).emptyStringIsFalse(true);

  public Pack {
    files = Map.copyOf(files);
  }

  /** Renders everything; writes nothing. */
  public static Pack render(Settings settings) {
    Map<String, Object> values = SettingsFiles.asMap(settings);
    values.putAll(Derived.from(settings));
    Map<String, String> files = new LinkedHashMap<>();
    Stream.concat(RULES.stream(), CONFIGURATIONS.stream())
        .forEach(name -> files.put(name, COMPILER.compile(template(name)).execute(values)));
    values.putAll(
        Manifests.groups(RULES.stream().map(name -> files.getOrDefault(name, "")).toList()));
    MANIFESTS.forEach(name -> files.put(name, COMPILER.compile(template(name)).execute(values)));
    return new Pack(files);
  }

  /** Writes the files below {@code folder} and creates folders as needed. */
  public void write(Path folder) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, file.getValue());
    }
  }

  private static String template(String name) {
    try (InputStream in =
        Objects.requireNonNull(Pack.class.getResourceAsStream("/templates/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

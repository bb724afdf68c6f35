package dev.pitwall.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs an application with the agent configured by a declarative file. */
final class DeclarativeConfiguration {

  private static final String EXPORT =
      """
      file_format: "1.0"
      tracer_provider:
        processors:
          - simple:
              exporter:
                console:
      logger_provider:
        processors:
          - simple:
              exporter:
                console:
      """;

  private DeclarativeConfiguration() {}

  static Attached run(String mainClass) throws IOException, InterruptedException {
    return run(Attached.NEWEST, "", mainClass);
  }

  /**
   * Runs to the end.
   *
   * @param more what the file holds besides exporters that print
   */
  static Attached run(String agent, String more, String mainClass, String... arguments)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("otel", ".yaml");
    Files.writeString(file, EXPORT + more);
    try {
      return Attached.run(
          Attached.applicationClassPath(),
          mainClass,
          List.of(
              "-javaagent:" + Attached.agent(agent),
              "-Dotel.javaagent.extensions=" + Attached.EXTENSION,
              "-Dotel.config.file=" + file),
          arguments);
    } finally {
      Files.delete(file);
    }
  }
}
